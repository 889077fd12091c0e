"use strict";

// The corpus counted by cell, certainty, time, kind of place and publisher: unfolded once, then summed up anew for each filter.
(function (geobrief) {
  // What a reader can choose by, in the order in which a row's key is made of them, below its cell.
  const FACETS = ["certainty", "bin", "kind", "publisher"];
  // The finest resolution of H3 that there may be.
  const LEVELS = 5;

  // Rows of `corpora/map/cube.py` as one array a column; `level` and `cell` are what is left of a key above the facets.
  function readRows({ rows, keys, counts }, sizes, cells) {
    const found = { rows, level: new Uint8Array(rows), cell: new Uint32Array(rows), count: new Uint32Array(rows) };
    const steps = geobrief.decodeNumbers(keys);
    const more = geobrief.decodeNumbers(counts);
    FACETS.forEach((name) => (found[name] = new Uint16Array(rows)));
    let key = 0;
    for (let row = 0; row < rows; row += 1) {
      key += steps[row];
      let rest = key;
      for (let i = FACETS.length - 1; i >= 0; i -= 1) {
        const above = Math.floor(rest / sizes[i]);
        found[FACETS[i]][row] = rest - above * sizes[i];
        rest = above;
      }
      found.level[row] = Math.floor(rest / cells);
      found.cell[row] = rest % cells;
      found.count[row] = more[row] + 1;
    }
    return found;
  }

  // Each claim once, and in `again` those that name several places at the further ones.
  function readCube(record, cells) {
    const { sizes, kinds, again } = record;
    const further = readRows(again, sizes, cells);
    // Rows are in the order of their levels: where those of each begin.
    further.begins = Array.from({ length: LEVELS + 2 }, (_, level) => {
      const row = further.level.findIndex((each) => each >= level);
      return row < 0 ? further.rows : row;
    });
    return { ...readRows(record, sizes, cells), sizes, kinds, again: further };
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

  // Claims are counted by the set of kinds of place that they name: by kind, where a claim counts for each that it names.
  function byKind(kinds, counts, count) {
    const found = new Uint32Array(count);
    kinds.forEach((set, at) => set.forEach((kind) => (found[kind] += counts[at])));
    return found;
  }

  // Adds the rows of a part, by default all, that are let through to `sums`, by cell and certainty.
  function addRows(part, sizes, chosen, sums, [first, end] = [0, part.rows]) {
    const [certain, timed, kinds, publishers] = masksOf(sizes, chosen);
    for (let row = first; row < end; row += 1) {
      const c = part.certainty[row];
      if (certain[c] && timed[part.bin[row]] && kinds[part.kind[row]] && publishers[part.publisher[row]])
        sums[part.cell[row] * sizes[0] + c] += part.count[row];
    }
  }

  // Adds claims at their further places to `sums`: those that lie apart from a level on.
  function addAgain({ sizes, again }, chosen, level, sums) {
    addRows(again, sizes, chosen, sums, [again.begins[level], again.begins[level + 1]]);
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

  // The bins of some cells, together one of a level, under a filter, by certainty: what a card shows of time.
  function binsOf(parts, sizes, chosen, inside, level) {
    const [certain, timed, kinds, publishers] = masksOf(sizes, chosen);
    const bins = new Uint32Array(sizes[1] * sizes[0]);
    for (const part of parts)
      for (let row = 0; row < part.rows; row += 1) {
        if (!inside[part.cell[row]] || part.level[row] > level) continue;
        const [c, b] = [part.certainty[row], part.bin[row]];
        if (certain[c] && timed[b] && kinds[part.kind[row]] && publishers[part.publisher[row]])
          bins[b * sizes[0] + c] += part.count[row];
      }
    return bins;
  }

  Object.assign(geobrief, { FACETS, readRows, readCube, byKind, addRows, addAgain, tally, binsOf });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
