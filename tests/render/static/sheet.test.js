"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");

const { restingPlace, nextStop } = require("../../../src/geobrief/render/static/sheet.js");

test("a sheet that is let go rests at the nearest stop", () => {
  assert.equal(restingPlace(50, 0), 46);
  assert.equal(restingPlace(61, 0.1), 72);
  assert.equal(restingPlace(12, -0.1), 18);
});

test("a sheet that is flung goes on to the next stop, and no further than the last", () => {
  assert.equal(restingPlace(44, -0.9), 18);
  assert.equal(restingPlace(20, 0.9), 46);
  assert.equal(restingPlace(46, 0.9), 72);
  assert.equal(restingPlace(80, 0.9), 72);
});

test("keys go from stop to stop", () => {
  assert.equal(nextStop(46, 1), 72);
  assert.equal(nextStop(46, -1), 18);
  assert.equal(nextStop(18, -1), 18);
});
