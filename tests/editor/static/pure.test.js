"use strict";

// The editor's pure functions: ids, cells, areas, stretches of text.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const path = "../../../src/geobrief/editor/static";
const { freeId } = require(`${path}/ids.js`);
const { timeCell, quantityCell } = require(`${path}/claimform.js`);
const { lonLat, runningOn } = require(`${path}/mapmodes.js`);
const rings = require(`${path}/rings.js`);
const { stretch, namedWithin } = require(`${path}/excerpt.js`);
const { holderOf } = require(`${path}/newclaim.js`);
const { inOrder } = require(`${path}/review.js`);
const { quotesAfter } = require(`${path}/articleform.js`);

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

const SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]];
const HOLE = [[1, 1], [1, 2], [2, 2], [1, 1]];
const AWAY = [[8, 8], [9, 8], [9, 9], [8, 8]];

test("an area is edited as rings of corners and comes back as it was", () => {
  const areas = [
    { type: "Polygon", coordinates: [SQUARE, HOLE] },
    { type: "MultiPolygon", coordinates: [[SQUARE, HOLE], [AWAY]] },
  ];
  for (const area of areas) assert.deepEqual(rings.geometryOf(rings.partsOf(area)), area);
  assert.equal(rings.partsOf(areas[0])[0][0].length, 4);
  assert.deepEqual(rings.partsOf({ type: "LineString", coordinates: AWAY }), []);
  assert.equal(rings.geometryOf([]), null);
});

test("a ring more is a part, or a hole of the part that it begins in", () => {
  const parts = rings.partsOf({ type: "MultiPolygon", coordinates: [[AWAY], [SQUARE]] });
  assert.deepEqual(rings.withRing(parts, HOLE, false).map((part) => part.length), [1, 1, 1]);
  assert.deepEqual(rings.withRing(parts, HOLE, true).map((part) => part.length), [1, 2]);
  assert.equal(rings.withRing(parts, [[20, 20]], true), null);
});

test("what is removed takes nothing else along, but an outer ring its holes", () => {
  const parts = rings.partsOf({ type: "MultiPolygon", coordinates: [[SQUARE, HOLE], [AWAY]] });
  assert.deepEqual(rings.withoutRing(parts, { part: 0, ring: 1 }).map((part) => part.length), [1, 1]);
  assert.deepEqual(rings.withoutRing(parts, { part: 0, ring: 0 }), [parts[1]]);
  const less = rings.withoutCorner(parts, { part: 0, ring: 0, at: 1 });
  assert.deepEqual(less[0][0], [[0, 0], [4, 4], [0, 4]]);
  assert.deepEqual(less[0][1], parts[0][1]);
  assert.deepEqual(rings.withoutCorner(parts, { part: 1, ring: 0, at: 0 }), [parts[0]]);
});

test("an area is shown in the copy of the world that the map is at", () => {
  const parts = [[[[-178, 1], [-170, 1], [-170, 2]]]];
  assert.deepEqual(rings.nextTo(parts, 175)[0][0][0], [182, 1]);
  assert.equal(rings.nextTo(parts, -120), parts);
  assert.deepEqual(rings.nextTo([], 175), []);
});

const project = ([x, y]) => ({ x: x * 10, y: y * 10 });

test("an edge within reach tells where a corner would be put in, also the one that closes the ring", () => {
  const parts = rings.partsOf({ type: "Polygon", coordinates: [SQUARE] });
  const edge = rings.nearestEdge(parts, project, { x: 20, y: 3 }, 5);
  assert.deepEqual(edge, { part: 0, ring: 0, at: 1, x: 20, y: 0 });
  assert.equal(rings.nearestEdge(parts, project, { x: -2, y: 20 }, 5).at, 4);
  assert.equal(rings.nearestEdge(parts, project, { x: 20, y: 20 }, 5), null);
});

test("corners that would cover each other are shown by one handle, what is chosen always", () => {
  const ring = Array.from({ length: 1000 }, (_, i) => [i / 100, 0]);
  const size = { x: 200, y: 200 };
  const shown = rings.shownCorners([[ring]], project, size, 20);
  assert.equal(shown.length, 5);
  const held = { part: 0, ring: 0, at: 501 };
  assert.equal(rings.shownCorners([[ring]], project, size, 20, held).length, 6);
  assert.equal(rings.nearestCorner(shown, { x: 21, y: 1 }, 5).at, 200);
  assert.equal(rings.nearestCorner(shown, { x: 30, y: 9 }, 5), null);
});

test("fewer corners are those that the simplifier keeps, and a ring keeps three", () => {
  const parts = rings.partsOf({ type: "Polygon", coordinates: [SQUARE, HOLE] });
  const every = (points) => points.filter((_, i) => i !== 1);
  const fewer = rings.simplified(parts, project, every);
  assert.deepEqual(fewer[0][0], [[0, 0], [4, 4], [0, 4]]);
  assert.deepEqual(fewer[0][1], parts[0][1]);
  assert.equal(rings.countCorners(fewer), 6);
});

test("a click beyond the edge of the world is one in it", () => {
  const beyond = { wrap: () => ({ lng: -170.1234567, lat: 91 }) };
  assert.deepEqual(lonLat(beyond), [-170.12346, 90]);
  assert.deepEqual(runningOn({ lng: 190.1234567, lat: -91 }), [190.12346, -90]);
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

test("words are those of the article that holds them, however it breaks its lines", () => {
  const documents = [{ id: "a.md", text: "Nobody came." }, { id: "b.md", text: "Ships left\nOdesa." }];
  assert.equal(holderOf("Ships  left Odesa", documents).id, "b.md");
  assert.equal(holderOf("Ships arrived", documents), undefined);
});

test("places and claims are in one order of doubt, without what is gone", () => {
  const brief = { place: new Map([["riga", { note: "n" }]]), claim: new Map([["c1", {}], ["c2", {}]]) };
  const doubts = [{ place: "riga", score: 0.5 }, { place: "gone", score: 0 }];
  const claims = [{ claim: "c2", score: 0.2 }, { claim: "c1", score: 0.5 }, { claim: "c9", score: 0 }];
  assert.deepEqual(inOrder({ doubts, claims }, brief), [claims[0], { ...doubts[0], note: "n" }, claims[1]]);
});

test("quotes that follow a text and quotes that it lost are told apart", () => {
  const claim = (id, quote, inText = true) => ({ id, quote, inText, document: "a.md" });
  const before = { claims: [claim("c1", "a"), claim("c2", "b"), claim("c3", "c"), claim("c4", "d", false)] };
  const after = [claim("c1", "a"), claim("c2", "B"), claim("c3", "c", false), claim("c4", "d", false)];
  const now = { claim: new Map(after.map((each) => [each.id, each])) };
  assert.deepEqual(quotesAfter(before, now, "a.md"), { followed: 1, lost: 1 });
  assert.deepEqual(quotesAfter(before, now, "b.md"), { followed: 0, lost: 0 });
});
