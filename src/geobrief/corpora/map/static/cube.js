"use strict";

// The corpus counted by cell, certainty, time, kind of place and publisher: unfolded once, then summed up anew for each filter.
(function (geobrief) {
  // What a reader can choose by, in the order in which a row's key is made of them, below its cell.
  const FACETS = ["certainty", "bin", "kind", "publisher"];

  // The rows of `corpora/map/cube.py` as one array a column.
  function readCube({ rows, sizes, keys, counts }) {
    const cube = { rows, sizes, cell: new Uint32Array(rows), count: new Uint32Array(rows) };
    const steps = geobrief.decodeNumbers(keys);
    const more = geobrief.decodeNumbers(counts);
    FACETS.forEach((name) => (cube[name] = new Uint16Array(rows)));
    let key = 0;
    for (let row = 0; row < rows; row += 1) {
      key += steps[row];
      let rest = key;
      for (let i = FACETS.length - 1; i >= 0; i -= 1) {
        const above = Math.floor(rest / sizes[i]);
        cube[FACETS[i]][row] = rest - above * sizes[i];
        rest = above;
      }
      cube.cell[row] = rest;
      cube.count[row] = more[row] + 1;
    }
    return cube;
  }

  // For each facet which of its values are let through: 1 or 0. `chosen` has a list of values by facet; none lets all through.
  function masksOf(sizes, chosen) {
    return FACETS.map((name, i) => {
      const values = chosen[name];
      const mask = new Uint8Array(sizes[i]).fill(values ? 0 : 1);
      for (const value of values || []) mask[value] = 1;
      return mask;
    });
  }

  // How many claims are let through: in all, by cell and certainty, by bin and certainty; and for each value of a facet
  // how many there would be if the filter on that facet alone were off.
  function tally(cube, chosen, cells) {
    const { sizes, rows, cell, count, certainty, bin, kind, publisher } = cube;
    const [certain, timed, kinds, publishers] = masksOf(sizes, chosen);
    const width = sizes[0];
    const found = {
      total: 0,
      cells: new Uint32Array(cells * width),
      bins: new Uint32Array(sizes[1] * width),
      facets: Object.fromEntries(FACETS.map((name, i) => [name, new Uint32Array(sizes[i])])),
    };
    const { facets } = found;
    for (let row = 0; row < rows; row += 1) {
      const c = certainty[row];
      const b = bin[row];
      const k = kind[row];
      const p = publisher[row];
      const n = count[row];
      const mc = certain[c];
      const mb = timed[b];
      const mk = kinds[k];
      const mp = publishers[p];
      const passed = mc + mb + mk + mp;
      if (passed < 3) continue;
      if (passed === 4) {
        found.total += n;
        found.cells[cell[row] * width + c] += n;
      }
      if (passed === 4 || !mc) facets.certainty[c] += n;
      if (passed === 4 || !mk) facets.kind[k] += n;
      if (passed === 4 || !mp) facets.publisher[p] += n;
      if (passed === 4 || !mb) {
        facets.bin[b] += n;
        found.bins[b * width + c] += n;
      }
    }
    return found;
  }

  // The bins of some cells under a filter, by certainty: what a card shows of time.
  function binsOf(cube, chosen, inside) {
    const { sizes, rows } = cube;
    const [certain, timed, kinds, publishers] = masksOf(sizes, chosen);
    const bins = new Uint32Array(sizes[1] * sizes[0]);
    for (let row = 0; row < rows; row += 1) {
      if (!inside[cube.cell[row]]) continue;
      const [c, b] = [cube.certainty[row], cube.bin[row]];
      if (certain[c] && timed[b] && kinds[cube.kind[row]] && publishers[cube.publisher[row]])
        bins[b * sizes[0] + c] += cube.count[row];
    }
    return bins;
  }

  Object.assign(geobrief, { FACETS, readCube, tally, binsOf });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
