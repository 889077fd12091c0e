"use strict";

// What is selected, as the part of the address after the #, and back.
(function (geobrief) {
  // {claim, place}, each an id or null. Anything else in the address is left to later readers.
  function parseAddress(hash) {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    return { claim: given.get("claim") || null, place: given.get("place") || null };
  }

  // The shortest address that says it: a claim's place is written only where it is not the claim's first.
  function formatAddress({ claim, place }) {
    if (claim) return `#claim=${encodeURIComponent(claim)}${place ? `&place=${encodeURIComponent(place)}` : ""}`;
    return place ? `#place=${encodeURIComponent(place)}` : "";
  }

  Object.assign(geobrief, { parseAddress, formatAddress });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
