"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/fold.js");
require("../../../src/geobrief/render/static/filter.js");
const { densityPaths } = require("../../../src/geobrief/render/static/density.js");

const span = (from, to, certainty, out = false) => ({ extent: [from, to], certainty, out });
const tops = (data) =>
  [...data.matchAll(/M(\d+) ([\d.]+)V([\d.]+)/g)].map(([, x, bottom, top]) => [x, bottom, top].map(Number));

test("columns are as high as there are claims, and pile up by certainty", () => {
  const paths = densityPaths([span(0, 5, "denied"), span(0, 11, "stated"), span(6, 11, "stated", true)], 12, 40);
  assert.deepEqual(
    paths.map(([name]) => name),
    ["column out", "column stated", "column denied"],
  );
  assert.deepEqual(tops(paths[0][1]), [
    [0, 40, 0],
    [6, 40, 0],
  ]);
  assert.deepEqual(tops(paths[1][1]), [
    [0, 40, 20],
    [6, 40, 20],
  ]);
  assert.deepEqual(tops(paths[2][1]), [[0, 20, 0]]);
});

test("where nothing is there is no column, and what sticks out counts at the edge", () => {
  const [[, data]] = densityPaths([span(-20, -10, "stated"), span(90, 120, "stated")], 60, 40);
  assert.deepEqual(
    tops(data).map(([x]) => x),
    [0, 54],
  );
});
