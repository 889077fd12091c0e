"use strict";

// Whether a pointer is pressed: a mark that is dragged, and words that are being selected, would be lost if the page were
// drawn anew under it.
(function (geobrief) {
  let pressed = false;
  const waiting = [];

  function release() {
    pressed = false;
    for (const resume of waiting.splice(0)) resume();
  }

  // Resolves once no pointer is pressed.
  const handsOff = () => (pressed ? new Promise((resume) => waiting.push(resume)) : Promise.resolve());

  if (typeof document !== "undefined") {
    document.addEventListener("pointerdown", () => (pressed = true), true);
    // What the release itself brings about comes first.
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(release), true);
    // It may have been let go outside the window.
    document.addEventListener("pointermove", ({ buttons }) => pressed && !buttons && release(), true);
  }

  Object.assign(geobrief, { handsOff });
})((globalThis.geobrief ??= {}));
