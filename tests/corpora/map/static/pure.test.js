"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const render = "../../../../src/geobrief/render/static/";
const own = "../../../../src/geobrief/corpora/map/static/";
for (const name of ["decode", "timescale", "address"]) require(`${render}${name}.js`);
for (const name of ["cube", "cells", "bins", "columns", "place", "reach", "cellflows"]) require(`${own}${name}.js`);
const { addAgain, arrowWidth, beginOf, binsIn, byKind, columnPaths, findCell, formatPlace, holds, indexOf, isoOf } = globalThis.geobrief;
const { binsOf, flowsDrawn, freeBox, levelAt, parsePlace, readCells, readCube, stepsOf, summed, tally, wholeBins } = globalThis.geobrief;

// The text of `brief/coordinates.py`, for whole numbers below 704 either way.
const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((sign) => !"&'<>\\`".includes(sign));
const encode = (numbers) =>
  numbers
    .map((n) => (n < 0 ? -2 * n - 1 : 2 * n))
    .map((n) => (n < 64 ? DIGITS[n] : DIGITS[64 + ((n - 64) % 22)] + DIGITS[Math.floor((n - 64) / 22)]))
    .join("");

// Two certainties, two bins and the undated, one kind, two publishers; rows are [cell, certainty, bin, publisher, claims].
const ROWS = [
  [0, 0, 1, 0, 5],
  [0, 1, 2, 1, 7],
  [1, 0, 0, 0, 2],
  [1, 1, 1, 1, 11],
];
const keys = ROWS.map(([cell, certainty, bin, publisher]) => ((cell * 2 + certainty) * 3 + bin) * 2 + publisher);
// Of the seven in cell 0 three are in cell 1 as well, as soon as the resolution is 3; two of cell 1 in cell 0, at any.
const AGAIN = [
  [1, 0, 1, 1, 1, 2],
  [3, 1, 1, 2, 1, 3],
];
const againKeys = AGAIN.map(
  ([level, cell, certainty, bin, publisher]) => (((level * 2 + cell) * 2 + certainty) * 3 + bin) * 2 + publisher,
);
const rowsOf = (numbers, counts) => ({
  rows: numbers.length,
  keys: encode(numbers.map((key, i) => key - (numbers[i - 1] ?? 0))),
  counts: encode(counts.map((n) => n - 1)),
});
const cube = readCube(
  {
    sizes: [2, 3, 1, 2],
    kinds: [[0, 2]],
    ...rowsOf(
      keys,
      ROWS.map((row) => row[4]),
    ),
    again: rowsOf(
      againKeys,
      AGAIN.map((row) => row[5]),
    ),
  },
  2,
);

test("a cube's rows are unfolded", () => {
  const rows = Array.from(cube.cell, (cell, i) => [cell, cube.certainty[i], cube.bin[i], cube.publisher[i], cube.count[i]]);
  assert.deepEqual(rows, ROWS);
});

test("without a filter all is counted", () => {
  const { total, cells, bins } = tally(cube, {}, 2);
  assert.equal(total, 25);
  assert.deepEqual([...cells], [5, 7, 2, 11]);
  assert.deepEqual([...bins], [2, 0, 5, 11, 0, 7]);
});

test("a facet's own filter does not take away its other values, that of another one does", () => {
  const { total, facets } = tally(cube, { certainty: [1] }, 2);
  assert.equal(total, 18);
  assert.deepEqual([...facets.certainty], [7, 18]);
  assert.deepEqual([...facets.publisher], [0, 18]);
});

test("two filters count what passes both, and the timeline ignores its own", () => {
  const { total, bins } = tally(cube, { certainty: [1], bin: [1] }, 2);
  assert.equal(total, 11);
  assert.deepEqual([...bins], [0, 0, 0, 11, 0, 7]);
});

test("a claim is found at its further places from the resolution on at which they lie apart", () => {
  const { cells, total } = tally(cube, {}, 2);
  addAgain(cube, {}, 1, cells);
  assert.deepEqual([...cells], [5, 9, 2, 11]);
  addAgain(cube, {}, 2, cells);
  addAgain(cube, { bin: [1] }, 3, cells);
  assert.deepEqual([...cells], [5, 9, 2, 11]);
  addAgain(cube, {}, 3, cells);
  assert.deepEqual([...cells], [5, 9, 2, 14]);
  assert.equal(total, 25);
});

test("a claim counts for each kind of place that it names", () => {
  assert.deepEqual([...byKind([[0, 2], [2]], [4, 3], 3)], [4, 0, 7]);
});

test("a cell's own times", () => {
  assert.deepEqual([...binsOf([cube, cube.again], cube.sizes, {}, [0, 1], 2)], [2, 0, 0, 11, 0, 0]);
  assert.deepEqual([...binsOf([cube, cube.again], cube.sizes, {}, [0, 1], 3)], [2, 0, 0, 11, 0, 3]);
});

test("a cell's index is rebuilt from its path as h3 writes it", () => {
  // Kazan at resolution 1, by h3.latlng_to_cell.
  assert.equal(indexOf(0o102, 1), "8110bffffffffff");
});

const outline = { scale: 1, corners: encode([3, 3]), points: encode([0, 0, 4, 0, -4, 4, 10, -4, 4, 0, -4, 4]) };
const levels = readCells({
  level: 2,
  paths: encode([64, 1, 10]),
  outlines: [
    { level: 1, ...outline },
    { level: 2, ...outline },
  ],
});

test("cells find their parents, and counts add up in them", () => {
  assert.deepEqual([...levels[0].up], [0, 0, 1]);
  assert.deepEqual(levels[0].paths, [8, 9]);
  assert.deepEqual([...summed([1, 2, 3], levels[0], 1)], [3, 3]);
  assert.deepEqual(levels[1].rings[1], [
    [10, 0],
    [14, 0],
    [10, 4],
  ]);
});

test("an address finds its cell, and nothing else does", () => {
  assert.deepEqual(findCell(levels, indexOf(75, 2)), { level: 1, cell: 2 });
  for (const odd of [null, "", "81113ffffffffff", "javascript:1", indexOf(75, 3)]) assert.equal(findCell(levels, odd), null);
});

test("finer cells come with the zoom, as far as there are any", () => {
  assert.deepEqual(
    [1, 3, 4, 9].map((zoom) => levelAt(levels, zoom)),
    [0, 0, 1, 1],
  );
});

test("a point lies in a ring or beside it", () => {
  const [ring] = levels[0].rings;
  assert.ok(holds(ring, [1, 1]));
  assert.ok(!holds(ring, [3, 3]));
});

const months = { unit: "month", n: 1, first: 19723, count: 12 };

test("a filter by time takes the bins that it touches, and says their days", () => {
  assert.equal(isoOf(beginOf(months, 1)), "2024-01-01");
  assert.deepEqual(binsIn(months, { from: "2024-02-20", to: "2024-03-01" }), [2, 3]);
  assert.deepEqual(wholeBins(months, { from: "2024-02-20", to: "2024-03-01" }), { from: "2024-02-01", to: "2024-03-31" });
  assert.equal(binsIn(months, { from: null, to: null }), null);
  assert.deepEqual(binsIn(months, { from: "2030-01-01", to: null }), []);
});

test("the first and the last step have what is far off, and then say no day of their own", () => {
  const open = { ...months, open: [true, true] };
  assert.deepEqual(binsIn(open, { from: null, to: "1986-04-26" }), [1]);
  assert.deepEqual(binsIn(open, { from: "2050-01-01", to: null }), [12]);
  assert.deepEqual(wholeBins(open, { from: "2024-01-15", to: "2024-03-01" }), { from: null, to: "2024-03-31" });
});

test("playing goes over steps that hold a claim", () => {
  const steps = stepsOf(months, [9, 0, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(
    steps.map((days) => days.map(isoOf)),
    [
      ["2024-02-01", "2024-02-29"],
      ["2024-04-01", "2024-04-30"],
    ],
  );
});

test("columns are stacked, the surest at the bottom", () => {
  const corpus = { certainties: ["denied", "stated"], bins: { count: 1 } };
  const paths = columnPaths([0, 0, 1, 3], [0, 0, 1, 3], corpus, { x: (bin) => bin, gap: 0, height: 40 });
  assert.deepEqual(paths, [
    ["column out", "M1 40V0H2V40z"],
    ["column stated", "M1 40V10H2V40z"],
    ["column denied", "M1 10V0H2V10z"],
  ]);
});

test("an address gives back what was written into it", () => {
  const filter = { from: "2024-01-01", to: null, certainty: ["denied"], kind: ["city"], publisher: ["A, B & C", "-"] };
  const seen = { cell: "81113ffffffffff", flow: ["geonames:1", "geonames:2/works, east"], filter, view: { lon: 30, lat: 50, zoom: 4 } };
  assert.deepEqual(parsePlace(formatPlace(seen)), seen);
});

test("an address that makes no sense says nothing", () => {
  const none = { from: null, to: null, certainty: [], kind: [], publisher: [] };
  assert.deepEqual(parsePlace("#from=never&view=1,2&publisher=%"), { cell: null, flow: null, view: null, filter: { ...none, publisher: ["%"] } });
  assert.equal(formatPlace({ cell: null, filter: none, view: null }), "");
});

test("beside a card the map is free, be the card on the right or the left, and above one that is as wide", () => {
  const size = { x: 1000, y: 600 };
  assert.deepEqual(freeBox(size, { offsetLeft: 620, offsetTop: 16, offsetWidth: 360 }), [0, 0, 620, 600]);
  assert.deepEqual(freeBox(size, { offsetLeft: 16, offsetTop: 16, offsetWidth: 360 }), [376, 0, 1000, 600]);
  assert.deepEqual(freeBox(size, { offsetLeft: 8, offsetTop: 400, offsetWidth: 980 }), [0, 0, 1000, 400]);
});

test("the strongest movements of which an end is in view are drawn, but for those too short to be seen", () => {
  const ends = [
    [[10, 10], [90, 90]],
    [[-50, 10], [50, 50]],
    [[-50, 10], [500, 500]],
    [[10, 10], [20, 20]],
    [[80, 10], [10, 80]],
  ];
  const drawn = flowsDrawn([3, 9, 99, 99, 0], ends, [0, 0, 100, 100], 2);
  assert.deepEqual(
    drawn.map(({ flow }) => flow),
    [1, 0],
  );
  assert.deepEqual(flowsDrawn([3, 9, 99, 99, 5], ends, [0, 0, 100, 100], 1), [{ flow: 1, total: 9 }]);
});

test("an arrow is wider by the logarithm of its claims", () => {
  assert.deepEqual([1, 10, 1000].map((n) => Math.round(arrowWidth(n) * 10) / 10), [1.2, 2.8, 6]);
});
