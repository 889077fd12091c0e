"use strict";

// Time in which nothing happens, folded up where one far-off date would squeeze all others into a corner. Days and pixels.
(function (geobrief) {
  // Pixels that a folded gap takes.
  const FOLD = 30;
  // Gaps are folded that are so many times as long as all the rest; and only among so many dated claims.
  const TIMES = 3;
  const MOST = 2;
  const LEAST_SPANS = 4;

  // Times between [first, last] spans that none of them touches, as [from, to), in order.
  function gapsBetween(spans) {
    const ends = ([first, last]) => [Number.isFinite(first) ? first : last, Number.isFinite(last) ? last : first];
    const gaps = [];
    let until = Infinity;
    for (const [first, last] of spans.map(ends).sort((a, b) => a[0] - b[0])) {
      if (first > until) gaps.push([until, first]);
      until = until === Infinity ? last + 1 : Math.max(until, last + 1);
    }
    return gaps;
  }

  const length = ([from, to]) => to - from;

  // The gaps to be folded, in order: none where time is filled evenly.
  function farGaps(spans, first, last) {
    if (spans.length < LEAST_SPANS) return [];
    const longest = gapsBetween(spans).sort((a, b) => length(b) - length(a));
    for (let count = 1; count <= Math.min(MOST, longest.length); count += 1) {
      const folded = longest.slice(0, count);
      const rest = folded.reduce((left, gap) => left - length(gap), last + 1 - first);
      if (length(folded[count - 1]) >= TIMES * rest) return folded.sort((a, b) => a[0] - b[0]);
    }
    return [];
  }

  // Where a day lies, and which day lies where, on a scale {first, end, gaps} of so many pixels.
  function folding({ first, end, gaps }, width) {
    const days = gaps.reduce((left, gap) => left - length(gap), end - first);
    const perDay = (width - gaps.length * FOLD) / days;
    const knots = [[first, 0]];
    for (const [from, to] of gaps) {
      const [day, x] = knots[knots.length - 1];
      const left = x + (from - day) * perDay;
      knots.push([from, left], [to, left + FOLD]);
    }
    knots.push([end, width]);
    return { x: (day) => between(knots, day, 0), day: (x) => between(knots, x, 1) };
  }

  // The value beside `value` in a rising list of pairs, `value` being one of the pairs' first or second.
  function between(knots, value, side) {
    const next = Math.min(knots.length - 1, Math.max(1, knots.findIndex((knot) => knot[side] > value)));
    const at = value >= knots[knots.length - 1][side] ? knots.length - 1 : next;
    const [low, high] = [knots[at - 1], knots[at]];
    const part = (value - low[side]) / (high[side] - low[side] || 1);
    return low[1 - side] + part * (high[1 - side] - low[1 - side]);
  }

  Object.assign(geobrief, { FOLD, farGaps, folding });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
