"use strict";

// Columns of claims over time, stacked by certainty, the surest at the bottom.
(function (geobrief) {
  const sumOf = (counts, bin, width) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) sum += counts[bin * width + i];
    return sum;
  };

  // Paths [class, data]: all of them pale, then those that the filter lets through in their colours.
  // `x` gives where a bin begins, `gap` is left between two columns.
  function columnPaths(all, shown, { certainties, bins: { count } }, { x, gap, height }) {
    const width = certainties.length;
    const bins = Array.from({ length: count }, (_, i) => i + 1);
    const most = Math.max(1, ...bins.map((bin) => sumOf(all, bin, width)));
    const y = (n) => Math.round((height - (n / most) * height) * 100) / 100;
    const box = (bin, low, high) =>
      high > low ? `M${x(bin)} ${y(low)}V${y(high)}H${Math.max(x(bin) + gap, x(bin + 1) - gap)}V${y(low)}z` : "";
    const below = new Array(count + 1).fill(0);
    const pale = bins.map((bin) => box(bin, 0, sumOf(all, bin, width))).join("");
    const paths = [["column out", pale]];
    for (let at = width - 1; at >= 0; at -= 1) {
      const data = bins.map((bin) => box(bin, below[bin], (below[bin] += shown[bin * width + at]))).join("");
      if (data) paths.push([`column ${certainties[at]}`, data]);
    }
    return paths;
  }

  // A bin as a reader says it: a day, a month, a quarter's first month, or a year.
  function binText(bins, bin, language) {
    const parts = { day: { day: "numeric", month: "short", year: "numeric" }, month: { month: "short", year: "numeric" } };
    const format = new Intl.DateTimeFormat(language, { ...(parts[bins.unit] || { year: "numeric" }), timeZone: "UTC" });
    return format.format(new Date(geobrief.beginOf(bins, bin) * 864e5));
  }

  Object.assign(geobrief, { columnPaths, binText });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
