"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { around, clusters } = require("../../../src/geobrief/render/static/clusters.js");

const random = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

test("every point is in one group, and groups stand apart", () => {
  const draw = random(7);
  const points = Array.from({ length: 2000 }, () => [draw() * 900 - 300, draw() * 600 - 100]);
  const groups = clusters(points, 56);
  const members = groups.flatMap((group) => group.members).sort((a, b) => a - b);
  assert.deepEqual(
    members,
    points.map((_, i) => i),
  );
  for (const [i, a] of groups.entries())
    for (const b of groups.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.8 * 56);
});

test("a point alone is a group of its own, where it is", () => {
  assert.deepEqual(
    clusters(
      [
        [10, 10],
        [12, 14],
        [400, 30],
      ],
      56,
    ),
    [
      { x: 11, y: 12, members: [0, 1] },
      { x: 400, y: 30, members: [2] },
    ],
  );
});

test("points that are dragged by whole cells keep their groups", () => {
  const draw = random(3);
  const points = Array.from({ length: 300 }, () => [draw() * 900, draw() * 600]);
  const moved = points.map(([x, y]) => [x + 5 * 56, y - 2 * 56]);
  const membersOf = (list) => clusters(list, 56).map((group) => group.members);
  assert.deepEqual(membersOf(moved), membersOf(points));
});

test("discs laid out around a spot do not cover one another", () => {
  for (const count of [2, 3, 8, 9, 40, 120]) {
    const spots = around(count, 28);
    assert.equal(spots.length, count);
    for (const [i, a] of spots.entries())
      for (const b of spots.slice(i + 1)) assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) > 26, `${count} discs`);
  }
});

test("a hundred times the points take no more than a few hundred times the time", () => {
  const draw = random(11);
  const points = (count) => Array.from({ length: count }, () => [draw() * 1000, draw() * 600]);
  const time = (list) => {
    const start = performance.now();
    clusters(list, 56);
    return performance.now() - start;
  };
  time(points(1000));
  const few = Math.max(0.3, Math.min(time(points(1000)), time(points(1000)), time(points(1000))));
  assert.ok(time(points(100000)) / few < 600);
});
