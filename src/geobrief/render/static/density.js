"use strict";

// A timeline of more claims than lanes can hold: how many there are at each time, as columns of their certainties. Pixels.
(function (geobrief) {
  const COLUMN = 6;
  const GAP = 1;

  // For each column, how many of the given extents lie in it.
  function countColumns(extents, columns) {
    const change = new Int32Array(columns + 1);
    const column = (x) => Math.min(columns - 1, Math.max(0, Math.floor(x / COLUMN)));
    for (const [from, to] of extents) {
      change[column(from)] += 1;
      change[column(to) + 1] -= 1;
    }
    let sum = 0;
    return Array.from(change.subarray(0, columns), (by) => (sum += by));
  }

  const box = (i, bottom, top) => (top < bottom ? `M${i * COLUMN} ${bottom}V${top}h${COLUMN - GAP}V${bottom}z` : "");

  // The columns of all spans, pale, and those of the shown ones over them, the surest at the bottom: [class, path data].
  function densityPaths(spans, width, height) {
    const columns = Math.max(1, Math.ceil(width / COLUMN));
    const count = (some) =>
      countColumns(
        some.map(({ extent }) => extent),
        columns,
      );
    const all = count(spans);
    const most = Math.max(1, ...all);
    const y = (n) => Math.round((height - (n / most) * height) * 10) / 10;
    const below = new Array(columns).fill(0);
    const paths = [["column out", all.map((n, i) => box(i, height, y(n))).join("")]];
    for (const certainty of [...geobrief.CERTAINTIES].reverse()) {
      const own = count(spans.filter((span) => !span.out && span.certainty === certainty));
      const data = own.map((n, i) => box(i, y(below[i]), y((below[i] += n)))).join("");
      if (data) paths.push([`column ${certainty}`, data]);
    }
    return paths;
  }

  Object.assign(geobrief, { densityPaths });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
