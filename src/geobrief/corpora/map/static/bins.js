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
    const [before, after] = bins.open || [];
    const begin = (bin) => (before && bin === 1 ? -Infinity : beginOf(bins, bin));
    const end = (bin) => (after && bin === bins.count ? Infinity : beginOf(bins, bin + 1));
    return all.filter((bin) => begin(bin) <= last && end(bin) > first);
  }

  // Playing shows at most so many steps.
  const MOST_STEPS = 60;

  // Bins that hold a claim, or so many of them together that the steps are not too many, as [first, last] day each.
  function stepsOf(bins, counts) {
    const together = Math.ceil(bins.count / MOST_STEPS);
    const steps = [];
    for (let bin = 1; bin <= bins.count; bin += together) {
      const end = Math.min(bins.count, bin + together - 1);
      if (counts.slice(bin, end + 1).some(Boolean)) steps.push([beginOf(bins, bin), beginOf(bins, end + 1) - 1]);
    }
    return steps;
  }

  // The filter's days widened to whole bins, as ISO days: what is counted, which is what is to be said.
  function wholeBins(bins, { from, to }) {
    const iso = (day) => geobrief.isoOf(day);
    const within = binsIn(bins, { from, to });
    if (!within?.length) return { from, to };
    const [before, after] = bins.open || [];
    const [first, last] = [within[0], within[within.length - 1]];
    return {
      from: from && !(before && first === 1) ? iso(beginOf(bins, first)) : null,
      to: to && !(after && last === bins.count) ? iso(beginOf(bins, last + 1) - 1) : null,
    };
  }

  Object.assign(geobrief, { beginOf, binsIn, stepsOf, wholeBins });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
