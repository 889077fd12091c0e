"use strict";

// Steps of time: the bins into which the corpus is counted, as days; bin 0 holds what is undated.
(function (geobrief) {
  // The first day of a bin from 1, or of what follows the last.
  const beginOf = ({ first, unit, n }, bin) => geobrief.begins(first, { unit, n }, bin - 1);

  // The bins that a filter by time touches, as a list; null where it lets all through, the undated too.
  function binsIn(bins, { from, to }) {
    if (!from && !to) return null;
    const [first, last] = [geobrief.dayOf(from) ?? -Infinity, geobrief.dayOf(to, true) ?? Infinity];
    const all = Array.from({ length: bins.count }, (_, i) => i + 1);
    return all.filter((bin) => beginOf(bins, bin) <= last && beginOf(bins, bin + 1) > first);
  }

  // The filter's days widened to whole bins, as ISO days: what is counted, which is what is to be said.
  function wholeBins(bins, { from, to }) {
    const iso = (day) => geobrief.isoOf(day);
    const within = binsIn(bins, { from, to });
    if (!within?.length) return { from, to };
    const last = within[within.length - 1];
    return {
      from: from && within[0] >= 1 ? iso(beginOf(bins, within[0])) : null,
      to: to ? iso(beginOf(bins, last + 1) - 1) : null,
    };
  }

  Object.assign(geobrief, { beginOf, binsIn, wholeBins });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
