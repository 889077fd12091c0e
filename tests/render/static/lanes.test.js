"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { mostLanes, packLanes, spanAt, timelinePaths } = require("../../../src/geobrief/render/static/lanes.js");

const HEIGHT = 42;
const span = (extent, lane, rest) => ({
  extent,
  lane,
  certainty: "stated",
  day: false,
  open: [false, false],
  out: false,
  ...rest,
});

test("spans that overlap lie in different lanes, others share one", () => {
  const { lanes, count } = packLanes(
    [
      [0, 10],
      [5, 20],
      [30, 40],
      [12, 25],
    ],
    10,
  );
  assert.equal(count, 3);
  assert.notEqual(lanes[0], lanes[1]);
  assert.equal(lanes[2], lanes[0]);
});

test("whatever the spans, none covers another in its lane", () => {
  let seed = 7;
  const draw = (most) => ((seed = (seed * 16807) % 2147483647) / 2147483647) * most;
  const extents = Array.from({ length: 200 }, () => draw(900)).map((x) => [x, x + 10 + draw(40)]);
  const { lanes } = packLanes(extents, 200);
  for (let i = 0; i < extents.length; i += 1)
    for (let k = 0; k < i; k += 1)
      if (lanes[i] === lanes[k]) assert.ok(extents[i][1] < extents[k][0] || extents[k][1] < extents[i][0]);
});

test("where lanes run out they are shared", () => {
  const { lanes, count } = packLanes(
    Array.from({ length: 100 }, () => [0, 10]),
    mostLanes(HEIGHT),
  );
  assert.equal(count, mostLanes(HEIGHT));
  assert.ok(lanes.every((lane) => lane < count));
});

test("many spans of one manner are one path", () => {
  const spans = Array.from({ length: 500 }, (_, i) => span([i * 20, i * 20 + 10], 0));
  const { paths } = timelinePaths(spans, 1, HEIGHT);
  assert.deepEqual(
    paths.map(([name]) => name),
    ["bar stated"],
  );
  assert.equal(paths[0][1].match(/L/g).length, 1000);
});

test("days are dots, the filtered-out pale, the denied crossed", () => {
  const spans = [span([0, 10], 0, { day: true }), span([20, 90], 0, { certainty: "denied", out: true })];
  assert.deepEqual(
    timelinePaths(spans, 1, HEIGHT).paths.map(([name]) => name),
    ["day stated", "bar denied out", "cross denied out"],
  );
});

test("an open end fades away in steps, and within the span", () => {
  const { paths } = timelinePaths([span([100, 300], 0, { open: [false, true] })], 1, HEIGHT);
  assert.deepEqual(
    paths.map(([name]) => name),
    ["bar stated", ...[0, 1, 2, 3].map((i) => `bar fade${i} stated`)],
  );
  const reach = Math.max(
    ...paths.flatMap(([, d]) => [...d.matchAll(/[ML]([\d.]+) /g)].map((found) => Number(found[1]))),
  );
  assert.equal(reach, 300);
});

test("in many lanes bars are lines, and all of them are within the height", () => {
  const spans = Array.from({ length: 16 }, (_, lane) => span([0, 100], lane));
  const { paths } = timelinePaths(spans, 16, HEIGHT);
  assert.deepEqual(
    paths.map(([name]) => name),
    ["stroke stated"],
  );
  for (const [, y] of paths[0][1].matchAll(/M[\d.]+ ([\d.]+)/g)) assert.ok(y > 0 && y < HEIGHT);
});

test("a point finds the span that it is on, unless that is filtered out", () => {
  const spans = [span([0, 10], 0, { out: true }), span([0, 10], 1), span([50, 60], 0)];
  const { pitch } = timelinePaths(spans, 2, HEIGHT);
  assert.equal(spanAt(spans, [5, HEIGHT - 1.5 * pitch], pitch, HEIGHT), 1);
  assert.equal(spanAt(spans, [5, HEIGHT - 0.5 * pitch], pitch, HEIGHT), -1);
  assert.equal(spanAt(spans, [62, HEIGHT - 0.5 * pitch], pitch, HEIGHT), 2);
});
