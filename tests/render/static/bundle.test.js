"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { bundleBows, flowWidth } = require("../../../src/geobrief/render/static/bundle.js");

test("flows of one origin are bowed apart, a single one is not", () => {
  const bows = bundleBows([
    [[0, 0], [300, 0]],
    [[5, 5], [300, 40]],
    [[0, 0], [290, -60]],
  ]);
  assert.equal(new Set(bows).size, 3);
  assert.deepEqual(bundleBows([[[0, 0], [300, 0]]]), [0]);
});

test("what moves is as wide as its logarithm", () => {
  const width = (value) => flowWidth([{ value }, { value: 1 }]);
  assert.ok(Math.abs(width(1000) - width(100) - (width(100) - width(10))) < 1e-9);
  assert.ok(width(10) > 3 && width(1e6) < 8 && width(1e12) === 9);
  assert.equal(flowWidth([]), 3.4);
});
