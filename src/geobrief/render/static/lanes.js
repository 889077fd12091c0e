"use strict";

// The drawing of a timeline: spans packed in lanes, and the outlines of many as one path for each manner. Pixels.
(function (geobrief) {
  const GAP = 3;
  const PITCH = { most: 13, least: 2.5 };
  const TALLEST = 9;
  // A bar lower than this is drawn as a line.
  const LOW = 4;
  // The radius of a day's dot, however many lanes there are.
  const SMALLEST = 2;
  const FADE = 48;
  const FADES = 4;
  const CROSS = 26;

  // For each [from, to], the lane in which it overlaps no other; beyond `most` lanes they share, `shared` tells how many.
  function packLanes(extents, most) {
    const order = extents
      .map((_, i) => i)
      .sort((a, b) => extents[a][0] - extents[b][0] || extents[b][1] - extents[a][1]);
    const ends = [];
    const lanes = new Array(extents.length);
    let shared = 0;
    for (const i of order) {
      let lane = ends.findIndex((end) => end + GAP <= extents[i][0]);
      if (lane < 0) lane = ends.length < most ? ends.push(0) - 1 : shared++ % most;
      ends[lane] = Math.max(ends[lane], extents[i][1]);
      lanes[i] = lane;
    }
    return { lanes, count: ends.length, shared };
  }

  // How thick bars are and how far apart, so that all lanes go into a height.
  function laneSizes(count, height) {
    const pitch = Math.min(PITCH.most, Math.max(PITCH.least, height / Math.max(1, count)));
    return { pitch, thick: Math.min(TALLEST, Math.max(1.5, pitch - 2)) };
  }

  const mostLanes = (height) => Math.floor(height / PITCH.least);

  const at = (x, y) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

  // A day: a circle of a radius.
  const dot = (x, y, r) => `M${at(x - r, y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

  // A bar round at the ends that are known, without a stroke at open ones.
  function bar([x0, x1], y, thick, [openStart, openEnd]) {
    const r = thick / 2;
    const [top, bottom] = [y - r, y + r];
    const arc = (dy) => `a${r} ${r} 0 0 1 0 ${dy}`;
    const [left, right] = [openStart ? x0 : x0 + r, openEnd ? x1 : x1 - r];
    const end = openEnd ? `M${at(right, bottom)}` : arc(thick);
    const start = openStart ? "" : arc(-thick);
    return `M${at(left, top)}L${at(right, top)}${end}L${at(left, bottom)}${start}`;
  }

  const line = ([x0, x1], y) => `M${at(x0, y)}L${at(x1, y)}`;

  // Crosses along a bar, at least one.
  function crosses([x0, x1], y, r) {
    const count = Math.max(1, Math.floor((x1 - x0) / CROSS));
    const marks = Array.from({ length: count }, (_, i) => x0 + ((x1 - x0) * (i + 0.5)) / count);
    return marks.map((x) => `M${at(x - r, y - r)}l${2 * r} ${2 * r}m${-2 * r} 0l${2 * r} ${-2 * r}`).join("");
  }

  // The known part of a bar with an open end, and the pieces in which it fades away: [from, to, step].
  function fading([x0, x1], [openStart, openEnd]) {
    const length = Math.min(FADE, (x1 - x0) / (openStart && openEnd ? 2 : 1));
    const piece = length / FADES;
    const known = [openStart ? x0 + length : x0, openEnd ? x1 - length : x1];
    const pieces = [];
    for (let i = 0; i < FADES; i += 1) {
      if (openStart) pieces.push([known[0] - (i + 1) * piece, known[0] - i * piece, i]);
      if (openEnd) pieces.push([known[1] + i * piece, known[1] + (i + 1) * piece, i]);
    }
    return { known, pieces };
  }

  // All spans as [class, path data]: those of one class in one path. A span is {extent, lane, day, open, certainty, out}.
  function timelinePaths(spans, count, height) {
    const { pitch, thick } = laneSizes(count, height);
    const paths = new Map();
    const put = (span, kind, data) => {
      const name = `${kind} ${span.certainty}${span.out ? " out" : ""}`;
      paths.set(name, (paths.get(name) || "") + data);
    };
    const shape = thick < LOW ? line : (extent, y, open) => bar(extent, y, thick, open);
    const kind = thick < LOW ? "stroke" : "bar";
    for (const span of spans) {
      const y = laneMiddle(span.lane, pitch, height);
      const { known, pieces } = fading(span.extent, span.open);
      if (span.day) put(span, "day", dot((span.extent[0] + span.extent[1]) / 2, y, Math.max(SMALLEST, thick / 2)));
      else if (known[1] > known[0]) put(span, kind, shape(known, y, span.open));
      for (const [from, to, step] of pieces) put(span, `${kind} fade${step}`, shape([from, to], y, [true, true]));
      if (thick >= LOW && (span.certainty === "denied" || span.certainty === "doubted"))
        put(span, "cross", crosses(span.extent, y, thick / 2));
    }
    return { paths: [...paths], pitch, thick };
  }

  // The first lane lies at the bottom, next to the dates.
  const laneMiddle = (lane, pitch, height) => height - (lane + 0.5) * pitch;

  // The index of the span under a point, or -1; a few pixels beside it will do.
  function spanAt(spans, [x, y], pitch, height, reach = 4) {
    return spans.findIndex(
      ({ extent, lane, out }) =>
        !out &&
        x >= extent[0] - reach &&
        x <= extent[1] + reach &&
        Math.abs(y - laneMiddle(lane, pitch, height)) <= pitch / 2,
    );
  }

  Object.assign(geobrief, { packLanes, mostLanes, timelinePaths, spanAt });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
