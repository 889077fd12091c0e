"use strict";

// Text as it is compared: without case, without marks on letters.
(function (geobrief) {
  // Letters that are no other letter with a mark, as they are typed without them.
  const PLAIN = {
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ı: "i",
    "’": "'",
    "‘": "'",
    ʼ: "'",
  };
  const ODD = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

  function fold(text) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
    return bare.replace(ODD, (letter) => PLAIN[letter]);
  }

  // The folded text, with the offset in the given one of each of its characters, and of its end.
  function foldWithOffsets(text) {
    let folded = "";
    const offsets = [];
    let at = 0;
    for (const letter of text) {
      const plain = fold(letter);
      for (let i = 0; i < plain.length; i += 1) offsets.push(at);
      folded += plain;
      at += letter.length;
    }
    offsets.push(at);
    return { folded, offsets };
  }

  Object.assign(geobrief, { fold, foldWithOffsets });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
