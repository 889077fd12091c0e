"use strict";

// The map's cells: H3's tree from coarse to fine, with the outline of each. A cell is known by its place in its level's list.
(function (geobrief) {
  const DIGIT = 8;
  const BELOW = 45;
  const DIGIT_BITS = 3;
  // From which zoom on each resolution is drawn: a cell is then some 15 to 45 pixels to a side.
  const FROM_ZOOM = { 1: -Infinity, 2: 3.4, 3: 4.9, 4: 6.4, 5: 7.9 };

  const steps = (text) => {
    let last = 0;
    return geobrief.decodeNumbers(text).map((step) => (last += step));
  };

  // The index of H3 as its 15 hexadecimal digits, from a cell's path in the tree (see `corpora/map/paths.py`).
  function indexOf(path, level) {
    const below = BigInt(BELOW - DIGIT_BITS * level);
    const index = (1n << 59n) | (BigInt(level) << 52n) | (BigInt(path) << below) | ((1n << below) - 1n);
    return index.toString(16);
  }

  // Rings of [lon, lat] that may run on past 180 degrees.
  function outlinesOf({ scale, corners, points }) {
    const numbers = geobrief.decodeNumbers(points);
    let [at, x, y] = [0, 0, 0];
    return geobrief.decodeNumbers(corners).map((count) =>
      Array.from({ length: count }, () => {
        x += numbers[at];
        y += numbers[at + 1];
        at += 2;
        return [x / scale, y / scale];
      }),
    );
  }

  // Levels from coarse to fine: {level, paths, rings, up}, `up` the place of each of the finest cells in the level's list.
  function readCells({ level: finest, paths, outlines }) {
    const own = steps(paths);
    return outlines.map((each) => {
      const by = DIGIT ** (finest - each.level);
      const places = new Map();
      const up = Uint32Array.from(own, (path) => {
        const coarse = Math.floor(path / by);
        if (!places.has(coarse)) places.set(coarse, places.size);
        return places.get(coarse);
      });
      return { level: each.level, paths: [...places.keys()], up, rings: outlinesOf(each) };
    });
  }

  // Which of the levels a zoom shows.
  function levelAt(levels, zoom) {
    const shown = levels.filter(({ level }) => zoom >= FROM_ZOOM[level]);
    return levels.indexOf(shown[shown.length - 1]);
  }

  // Counts of the finest cells, `width` numbers each, summed up for a level.
  function summed(counts, { up, paths }, width) {
    const sums = new Uint32Array(paths.length * width);
    for (let cell = 0; cell < up.length; cell += 1) {
      const [from, to] = [cell * width, up[cell] * width];
      for (let i = 0; i < width; i += 1) sums[to + i] += counts[from + i];
    }
    return sums;
  }

  // Where a cell is that an address names: {level, cell}, its place among the levels and in the list; or null.
  function findCell(levels, index) {
    if (!/^8[0-9a-f]{14}$/.test(index || "")) return null;
    const at = levels.findIndex(({ level }) => level === parseInt(index[1], 16));
    const cell = at < 0 ? -1 : levels[at].paths.findIndex((path) => indexOf(path, levels[at].level) === index);
    return cell < 0 ? null : { level: at, cell };
  }

  // Whether a point lies in a ring.
  function holds(ring, [x, y]) {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[x0, y0], [x1, y1]] = [ring[i], ring[j]];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
    return inside;
  }

  Object.assign(geobrief, { indexOf, readCells, levelAt, summed, findCell, holds });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
