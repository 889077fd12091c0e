"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { areasOf, coast, decodeAreas, decodeLine, linesOf } = require("../../../src/geobrief/render/static/decode.js");

const SQUARE = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test("a line begins with a point and goes on by differences", () => {
  assert.deepEqual(decodeLine([1250, 5575, 10, -5, -20, 0], 100), [
    [12.5, 55.75],
    [12.6, 55.7],
    [12.4, 55.7],
  ]);
});

test("differences add up without drifting", () => {
  const numbers = [0, 0, ...Array.from({ length: 1000 }, () => [1, 1]).flat()];
  assert.deepEqual(decodeLine(numbers, 100).pop(), [10, 10]);
});

test("missing areas are none", () => {
  assert.deepEqual(decodeAreas(undefined, 100), []);
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
