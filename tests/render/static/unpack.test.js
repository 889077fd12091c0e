"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/decode.js");
require("../../../src/geobrief/render/static/spans.js");
const { fromTable, unpack } = require("../../../src/geobrief/render/static/unpack.js");

test("each form of a column gives a value a row", () => {
  const columns = {
    plain: ["a", null, "c"],
    steps: { steps: [4, 7, null] },
    only: { only: { 2: "x" } },
    every: { every: "city", except: { 0: "region" } },
    of: { values: ["p", "q"], rows: [1, null, 0] },
  };
  assert.deepEqual(fromTable({ rows: 3, columns }), [
    { plain: "a", steps: 4, every: "region", of: "q" },
    { steps: 11, every: "city" },
    { plain: "c", only: "x", every: "city", of: "p" },
  ]);
  assert.deepEqual(fromTable(undefined), []);
});

// What brief/packed.py makes of a brief; the emoji is one code point and two of JavaScript's units.
const PACKED = {
  geobrief: 2,
  documents: [{ id: "a.md", text: "🌧 falls. Ann said 5 men left Kursk in June." }],
  mentions: { rows: 1, columns: { document: [0], start: { steps: [29] }, length: [5], place: [0] } },
  places: {
    rows: 1,
    columns: { id: ["kursk"], name: ["Kursk"], geometry: [{ type: "Polygon", scale: 1, lines: ["##%##%"] }] },
  },
  claims: {
    rows: 1,
    columns: {
      id: ["c1"],
      document: [0],
      start: { steps: [9] },
      length: [34],
      by_start: [0],
      by_length: [3],
      places: [[0]],
      quantities: [[{ value: 5, unit: "men", span: [9, 14] }]],
      when: [{ start: "2024-06-01", end: "2024-06-30", span: [29, 33] }],
      flow: [{ from: 0, to: 0 }],
    },
  },
};

test("what the text says is put back where it was left out", () => {
  const { claims, mentions, places } = unpack(PACKED);
  assert.equal(claims[0].quote, "Ann said 5 men left Kursk in June.");
  assert.equal(claims[0].by, "Ann");
  assert.equal(claims[0].quantities[0].text, "5 men");
  assert.equal(claims[0].when.text, "June");
  assert.deepEqual([claims[0].start, claims[0].end], [9, 43]);
  assert.deepEqual([claims[0].places, claims[0].flow], [["kursk"], { from: "kursk", to: "kursk" }]);
  assert.deepEqual(mentions, [{ document: "a.md", place: "kursk", start: 29, length: 5, end: 34 }]);
  assert.deepEqual(places[0].geometry, {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    ],
  });
});

test("a brief of version 1 is read as it is", () => {
  const old = { geobrief: 1, claims: [{ id: "c1", quote: "q" }] };
  assert.deepEqual(unpack(old), old);
});
