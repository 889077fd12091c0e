"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { frameHeight } = require("../../../src/geobrief/render/static/embedding.js");

test("a frame is never too low for its map nor higher than a screen", () => {
  for (let width = 200; width < 3000; width += 50) {
    const height = frameHeight(width);
    assert.ok(height >= 460 && height <= 720, `${width}: ${height}`);
  }
});

test("where the text lies under the map a frame is higher than wide", () => {
  assert.ok(frameHeight(360) > 360);
  assert.ok(frameHeight(1100) < 1100);
});
