"use strict";

// Where labels and discs go on the screen, so that none covers another. Boxes are [left, top, right, bottom] in pixels.
(function (geobrief) {
  // Pixels of a mark to the finger, and one for what rounding takes.
  const TARGET = 25;

  const CELL = 64;

  const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const inside = (a, outer) => a[0] >= outer[0] && a[1] >= outer[1] && a[2] <= outer[2] && a[3] <= outer[3];

  // Boxes filed by the cells of a grid, so that asking what a box hits does not cost a look at every other.
  class Occupied {
    constructor() {
      this.cells = new Map();
    }

    *cellsOf(box) {
      for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1)
        for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) yield `${x},${y}`;
    }

    add(box) {
      for (const cell of this.cellsOf(box)) {
        if (!this.cells.has(cell)) this.cells.set(cell, []);
        this.cells.get(cell).push(box);
      }
    }

    count(box) {
      const hit = new Set();
      for (const cell of this.cellsOf(box))
        for (const other of this.cells.get(cell) || []) if (overlaps(box, other)) hit.add(other);
      return hit.size;
    }

    hits(box) {
      for (const cell of this.cellsOf(box))
        if ((this.cells.get(cell) || []).some((other) => overlaps(box, other))) return true;
      return false;
    }
  }

  // The boxes that a label of this size may take beside a point: right, left, below, above, then the corners.
  function besidePoint([x, y], [width, height], gap) {
    const near = gap * 0.6;
    return [
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x - width / 2, y + gap],
      [x - width / 2, y - gap - height],
      [x + near, y + near],
      [x + near, y - near - height],
      [x - near - width, y + near],
      [x - near - width, y - near - height],
      [x - width / 2, y - 2 * gap - height],
      [x - width / 2, y + 2 * gap],
      [x - near - width, y - 2 * gap - height],
      [x - near - width, y + 2 * gap],
    ].map(([left, top]) => [left, top, left + width, top + height]);
  }

  const centred = ([x, y], [width, height]) => [[x - width / 2, y - height / 2, x + width / 2, y + height / 2]];

  // A candidate is one box or, for what follows a curve, several.
  const partsOf = (candidate) => (Array.isArray(candidate[0]) ? candidate : [candidate]);

  // Labels in order of importance, each {boxes, margin, soft}: the first of its candidates that is inside the frame and free, or null.
  // A `soft` label rather crosses a few lines than go missing.
  function placeLabels(labels, hard, lines, frame) {
    const occupied = new Occupied();
    const crossed = new Occupied();
    hard.forEach((box) => occupied.add(box));
    lines.forEach((box) => crossed.add(box));
    return labels.map(({ boxes, margin = 0, soft = false }) => {
      const grown = (box) => [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
      const free = (candidate) => partsOf(candidate).every((box) => inside(box, frame) && !occupied.hits(grown(box)));
      const crossings = (candidate) => partsOf(candidate).reduce((sum, box) => sum + crossed.count(box), 0);
      const tried = boxes.filter(free).map((candidate) => ({ candidate, crossings: crossings(candidate) }));
      const best = tried.reduce((least, each) => (least && least.crossings <= each.crossings ? least : each), null);
      const found = best && (soft || !best.crossings) ? best.candidate : null;
      if (found) partsOf(found).forEach((box) => occupied.add(box));
      return found;
    });
  }

  // Discs of these radii moved apart until none covers another; those that were clear stay where they are.
  function spreadApart(points, radii) {
    const moved = points.map((point) => [...point]);
    const cell = 2 * Math.max(1, ...radii);
    for (let round = 0; round < 30; round += 1) if (!pushOnce(moved, radii, cell)) break;
    return moved;
  }

  function pushOnce(points, radii, cell) {
    let pushed = false;
    const cells = new Map();
    const key = (x, y) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
    points.forEach((point, i) => {
      for (let dx = -cell; dx <= cell; dx += cell)
        for (let dy = -cell; dy <= cell; dy += cell)
          for (const j of cells.get(key(point[0] + dx, point[1] + dy)) || [])
            pushed = pushPair(points[j], point, radii[i] + radii[j], i) || pushed;
      const home = key(point[0], point[1]);
      cells.set(home, [...(cells.get(home) || []), i]);
    });
    return pushed;
  }

  // Two discs are apart when their circles are and, since each is a square to the finger (WCAG 2.5.8), these are too.
  function pushPair(a, b, gap, seed) {
    const apart = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const [x, y] =
      apart < 0.01 ? [Math.cos(seed * 2.4), Math.sin(seed * 2.4)] : [(b[0] - a[0]) / apart, (b[1] - a[1]) / apart];
    const wanted = Math.max(gap, TARGET / Math.max(Math.abs(x), Math.abs(y)));
    if (apart >= wanted - 0.5) return false;
    const push = (wanted - apart) / 2;
    a[0] -= x * push;
    a[1] -= y * push;
    b[0] += x * push;
    b[1] += y * push;
    return true;
  }

  Object.assign(geobrief, { overlaps, inside, besidePoint, centred, placeLabels, spreadApart });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
