"use strict";

// Changes that the history, and the line that tells what was saved, tell in words of their own.
(function (geobrief) {
  const LENGTH = 60;

  const titled = (title, ...changes) => ({ do: "several", title, changes });
  const shortened = (text) => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text);

  Object.assign(geobrief, { titled, shortened });
})((globalThis.geobrief ??= {}));
