"use strict";

// The way past the text for who goes by keyboard: the first stop of the page, seen when it has the focus.
(function (geobrief) {
  function addSkipLink(body, map, { say }) {
    const link = geobrief.element("a", { class: "skip", href: "#map" }, say("skipToMap"));
    // The address is the reader's choice of claim, which a jump leaves as it is.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      map.focus();
    });
    body.prepend(link);
  }

  Object.assign(geobrief, { addSkipLink });
})((globalThis.geobrief ??= {}));
