"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { areasOf, coast, decodeAreas, decodeLine, decodeNumbers, linesOf } = require("../../../src/geobrief/render/static/decode.js");

const SQUARE = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test("a line begins with a point and goes on by differences", () => {
  // What encode_numbers([1250, 5575, 10, -5, -20, 0]) gives.
  const text = "yk%}~89.N#";
  assert.deepEqual(decodeNumbers(text), [1250, 5575, 10, -5, -20, 0]);
  assert.deepEqual(decodeLine(text, 100), [
    [12.5, 55.75],
    [12.6, 55.7],
    [12.4, 55.7],
  ]);
});

test("differences add up without drifting", () => {
  assert.deepEqual(decodeLine("##" + "%%".repeat(1000), 100).pop(), [10, 10]);
});

test("missing areas are none", () => {
  assert.deepEqual(decodeAreas(undefined, 100), []);
  assert.deepEqual(decodeAreas("", 100), []);
});

test("polygons are taken out of any GeoJSON geometry", () => {
  const polygon = { type: "Polygon", coordinates: [SQUARE] };
  const line = {
    type: "LineString",
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  assert.deepEqual(areasOf({ type: "GeometryCollection", geometries: [polygon, line] }), [[SQUARE]]);
  assert.deepEqual(linesOf({ type: "GeometryCollection", geometries: [polygon, line] }), [
    [
      [0, 0],
      [1, 1],
    ],
  ]);
  assert.deepEqual(areasOf(undefined), []);
});

test("an uncut coast is the whole ring, closed", () => {
  const lines = coast([[SQUARE]], { lons: [180], lats: [], tolerance: 0.01 });
  assert.deepEqual(lines, [[...SQUARE, [0, 0]]]);
});

test("a coast has no line where the land was cut", () => {
  const lines = coast([[SQUARE]], { lons: [10], lats: [0], tolerance: 0.01 });
  assert.deepEqual(lines, [
    [
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ]);
});
