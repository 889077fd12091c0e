"use strict";

// What moves, written along its flow: the places that such a label may take, and the label itself.
(function (geobrief) {
  const { svg } = geobrief;
  const MIDDLES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
  // Pixels from a baseline to the middle of its letters, and from there to the edge of a box around one.
  const RISE = 4;
  const HALF = 4.5;
  const ABOVE = -8;
  const BELOW = 16;

  // A stretch of the curve, turned so that text on it reads from left to right, moved `offset` pixels downward.
  function baseline(points, middle, width, offset) {
    const along = geobrief.lengths(points);
    const whole = along[along.length - 1];
    const piece = geobrief.slice(points, whole * middle - width / 2, whole * middle + width / 2);
    if (piece.length < 2 || geobrief.lengths(piece).pop() < width - 2) return null;
    const line = piece[0][0] <= piece[piece.length - 1][0] ? piece : [...piece].reverse();
    return line.map((point, i) => {
      const [a, b] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
      const run = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      return [point[0] - ((b[1] - a[1]) / run) * offset, point[1] + ((b[0] - a[0]) / run) * offset];
    });
  }

  // Small boxes that the letters on a baseline cover, each around the middle of a letter.
  function letters(line) {
    return line.flatMap(([x, y], i) => {
      if (i % 2) return [];
      const [a, b] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
      const run = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const [across, down] = [x + ((b[1] - a[1]) / run) * RISE, y - ((b[0] - a[0]) / run) * RISE];
      return [[across - HALF, down - HALF, across + HALF, down + HALF]];
    });
  }

  // Candidates for the placing of a label along the points in view: the baselines and, for each, its boxes.
  function flowCandidates(points, width) {
    const lines = [ABOVE, BELOW]
      .flatMap((offset) => MIDDLES.map((middle) => baseline(points, middle, width, offset)))
      .filter(Boolean);
    return { lines, boxes: lines.map(letters) };
  }

  // Text set along a line, as SVG.
  function drawFlowLabel(flow, line, index) {
    const id = `flow-line-${index}`;
    const path = svg("path", { id, d: geobrief.path(line, false), fill: "none" });
    const text = svg("textPath", { href: `#${id}`, startOffset: "50%" }, flow.label);
    return svg("g", { class: `flow-label ${flow.certainty}` }, path, svg("text", { "text-anchor": "middle" }, text));
  }

  Object.assign(geobrief, { flowCandidates, drawFlowLabel });
})((globalThis.geobrief ??= {}));
