"use strict";

// The editor's pure functions: ids, cells, areas, stretches of text.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const path = "../../../src/geobrief/editor/static";
const { freeId } = require(`${path}/ids.js`);
const { timeCell, quantityCell } = require(`${path}/claimform.js`);
const { ringOf, lonLat } = require(`${path}/mapmodes.js`);
const { stretch, namedWithin } = require(`${path}/excerpt.js`);

test("an id is made of a name's letters and is free", () => {
  assert.equal(freeId("Wŏnsan", new Set()), "wonsan");
  assert.equal(freeId("Paris", new Set(["paris", "paris-2"])), "paris-3");
  assert.equal(freeId("Київ", new Set()), "place");
});

test("a time is written as short as it can be", () => {
  assert.equal(timeCell(null), "");
  assert.equal(timeCell({ start: "2024-06-12", end: "2024-06-12" }), "2024-06-12");
  assert.equal(timeCell({ start: "2024-02-01", end: "2024-02-29" }), "2024-02");
  assert.equal(timeCell({ start: "2024-01-01", end: "2024-12-31" }), "2024");
  assert.equal(timeCell({ start: "2024-01-01", end: "2024-01-31" }), "2024-01");
  assert.equal(timeCell({ start: "2024-09-12", end: "2024-09-16" }), "2024-09-12/2024-09-16");
  assert.equal(timeCell({ start: "", end: "2019-12-31" }), "../2019-12-31");
});

test("quantities are one cell", () => {
  assert.equal(quantityCell([{ value: 25000, unit: "workers" }, { value: 3.5, unit: "" }]), "25000 workers; 3.5");
});

test("a ring is closed and turns as RFC 7946 wants it, however it was clicked", () => {
  const corners = [[0, 0], [1, 0], [1, 1]];
  const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
  assert.deepEqual(ringOf(corners), ring);
  assert.deepEqual(ringOf([...corners].reverse())[0], ringOf([...corners].reverse())[3]);
  const area = (points) => points.slice(1).reduce((sum, [x, y], i) => sum + points[i][0] * y - x * points[i][1], 0);
  assert.ok(area(ringOf([...corners].reverse())) > 0);
});

test("a click beyond the edge of the world is one in it", () => {
  const beyond = { wrap: () => ({ lng: -170.1234567, lat: 91 }) };
  assert.deepEqual(lonLat(beyond), [-170.12346, 90]);
});

test("a stretch of text counts in code points and leaves white space out", () => {
  const document = { id: "a.md", text: "🛩 flew to Minsk." };
  const found = stretch(document, 2, 11);
  assert.deepEqual(found, { document: "a.md", quote: "flew to", start: 2, end: 9 });
  assert.equal(stretch(document, 2, 3), null);
});

test("the places of a stretch are those named in it, once each", () => {
  const mentions = [
    { place: "minsk", start: 0, end: 5 },
    { place: "riga", start: 8, end: 12 },
    { place: "riga", start: 14, end: 18 },
    { place: null, start: 19, end: 20 },
  ];
  const brief = { documents: [{ id: "a.md", mentions }] };
  assert.deepEqual(namedWithin({ document: "a.md", start: 6, end: 30 }, brief), ["riga"]);
});
