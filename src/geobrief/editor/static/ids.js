"use strict";

// An id for a new place that claims made in the same step can name.
(function (geobrief) {
  // The ASCII letters and digits of a name, joined by hyphens, with a number where that is taken.
  function freeId(name, taken) {
    const plain = name.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’‘ʼ`]/g, "");
    const stem = (plain.match(/[a-z0-9]+/g) || ["place"]).join("-");
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    return id;
  }

  Object.assign(geobrief, { freeId });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
