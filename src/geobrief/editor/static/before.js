"use strict";

// Keeps the page's markup as it came, before its own script fills it, so that the editor can draw the page anew.
(function (geobrief) {
  const pristine = ["bar", "page", "timeline"].map((id) => document.getElementById(id).cloneNode(true));

  // Puts empty roots in the place of those that are filled, wherever the page's script has moved them.
  geobrief.empty = () => {
    document.querySelector("body > .skip")?.remove();
    for (const root of pristine) {
      const mark = document.querySelector(`[data-root="${root.id}"]`);
      document.getElementById(root.id)?.remove();
      mark.after(root.cloneNode(true));
    }
  };

  for (const { id } of pristine) {
    const mark = document.createElement("template");
    mark.dataset.root = id;
    document.getElementById(id).before(mark);
  }
})((globalThis.geobrief ??= {}));
