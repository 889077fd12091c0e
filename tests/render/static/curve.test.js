"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const {
  arrow,
  bow,
  lengths,
  slice,
  smooth,
  stretches,
  unwrap,
  within,
} = require("../../../src/geobrief/render/static/curve.js");
const { bundleBows } = require("../../../src/geobrief/render/static/bundle.js");

const STRAIGHT = [
  [0, 0],
  [100, 0],
  [200, 0],
];
const STYLE = { trim: [10, 10], width: [1, 5], head: 14, pattern: undefined };

test("a line cut at 180 becomes one line that runs on", () => {
  const line = unwrap([
    [
      [170, 50],
      [180, 55],
    ],
    [
      [-180, 55],
      [-170, 50],
    ],
  ]);
  assert.deepEqual(line, [
    [170, 50],
    [180, 55],
    [190, 50],
  ]);
});

test("westward it runs on below -180", () => {
  assert.deepEqual(
    unwrap([
      [
        [-170, 0],
        [-180, 0],
      ],
      [
        [180, 0],
        [170, 0],
      ],
    ]),
    [
      [-170, 0],
      [-180, 0],
      [-190, 0],
    ],
  );
});

test("a smoothed curve begins and ends where the line did", () => {
  const curve = smooth(
    [
      [0, 0],
      [50, 40],
      [100, 0],
    ],
    5,
  );
  assert.deepEqual(
    [curve[0], curve[curve.length - 1]],
    [
      [0, 0],
      [100, 0],
    ],
  );
  assert.ok(curve.length > 20);
});

test("a bow pushes the middle to the right of the course and leaves the ends", () => {
  const curve = bow(STRAIGHT, 30);
  assert.deepEqual(curve, [
    [0, 0],
    [100, 30],
    [200, 0],
  ]);
});

test("a slice is as long as asked for", () => {
  const piece = slice(STRAIGHT, 30, 130);
  assert.deepEqual(piece, [
    [30, 0],
    [100, 0],
    [130, 0],
  ]);
  assert.equal(lengths(piece).pop(), 100);
});

test("an arrow is one body and one head where it is solid, several where it is dashed", () => {
  const count = (pattern) => arrow(STRAIGHT, { ...STYLE, pattern }).match(/Z/g).length;
  assert.equal(count(undefined), 2);
  assert.ok(count("dashed") > 8);
  assert.ok(count("dotted") > count("dashed"));
  assert.equal(count("crossed"), 4);
});

test("an arrow grows from its origin to its head", () => {
  const [body] = arrow(STRAIGHT, STYLE).split("Z");
  const points = body
    .slice(1)
    .split("L")
    .map((pair) => pair.split(" ").map(Number));
  const widthAt = (index) => Math.abs(points[index][1] - points[points.length - 1 - index][1]);
  assert.ok(widthAt(0) < 1.2 && widthAt(points.length / 2 - 1) > 4);
});

test("between marks that all but touch there is no arrow", () => {
  assert.equal(
    arrow(
      [
        [0, 0],
        [30, 0],
      ],
      STYLE,
    ),
    "",
  );
});

test("dashes end where the body ends", () => {
  const parts = stretches(0, 50, "dashed");
  assert.ok(parts.every(([from, to]) => from < to && to <= 50));
  assert.deepEqual(stretches(0, 50, undefined), [[0, 50]]);
});

test("dashes stand where they are, whatever part of the body is shown", () => {
  const all = stretches(0, 500, "dashed");
  const some = stretches(100, 300, "dashed").slice(0, -1);
  assert.ok(some.every(([from]) => all.some(([start]) => start === from)));
});

test("the stretch of a curve in a box reaches just beyond it", () => {
  const points = [
    [0, 0],
    [10, 0],
    [20, 0],
    [30, 0],
    [40, 0],
  ];
  assert.deepEqual(within(points, [15, -5, 25, 5]), [10, 30]);
  assert.equal(within(points, [15, 50, 25, 60]), null);
});

test("a flow alone keeps its course", () => {
  assert.deepEqual(
    bundleBows([
      [
        [0, 0],
        [300, 0],
      ],
    ]),
    [0],
  );
});

test("flows of one origin are bowed apart, each to the side on which it lies", () => {
  const [upper, lower] = bundleBows([
    [
      [0, 0],
      [300, -40],
    ],
    [
      [0, 0],
      [300, 40],
    ],
  ]);
  assert.ok(upper < 0 && lower > 0);
});

test("a flow and its return are bowed apart on the map", () => {
  const there = [
    [0, 0],
    [300, 0],
  ];
  const back = [
    [300, 4],
    [0, 4],
  ];
  const [one, other] = bundleBows([there, back]);
  // Both to the right of their own course, or both to the left: opposite sides of the map.
  assert.equal(Math.sign(one), Math.sign(other));
  assert.notEqual(one, 0);
});
