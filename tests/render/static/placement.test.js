"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { besidePoint, overlaps, placeLabels, spreadApart } = require("../../../src/geobrief/render/static/placement.js");
const { allInside, cardSpot, covers, dock, freeRooms } = require("../../../src/geobrief/render/static/room.js");

const FRAME = [0, 0, 400, 300];

test("the first free place is taken, to the right of the point", () => {
  const [box] = placeLabels([{ boxes: besidePoint([100, 100], [50, 16], 10) }], [], [], FRAME);
  assert.deepEqual(box, [110, 92, 160, 108]);
});

test("a label steps aside for one placed before it", () => {
  const label = { boxes: besidePoint([100, 100], [50, 16], 10) };
  const [first, second] = placeLabels([label, label], [], [], FRAME);
  assert.ok(!overlaps(first, second));
});

test("a label that finds no room is left out", () => {
  assert.deepEqual(placeLabels([{ boxes: [[10, 10, 60, 26]] }], [[0, 0, 100, 100]], [], FRAME), [null]);
});

test("a label never leaves the frame", () => {
  const [box] = placeLabels([{ boxes: besidePoint([395, 100], [50, 16], 10) }], [], [], FRAME);
  assert.ok(box[2] <= 395);
});

test("a soft label crosses as few lines as it can, another rather goes missing", () => {
  const boxes = [
    [0, 0, 50, 16],
    [0, 50, 50, 66],
  ];
  const lines = [
    [0, 5, 10, 10],
    [20, 5, 30, 10],
    [0, 55, 10, 60],
  ];
  const placed = placeLabels([{ boxes, soft: true }], [], lines, FRAME);
  assert.deepEqual(placed, [boxes[1]]);
  assert.deepEqual(placeLabels([{ boxes }], [], lines, FRAME), [null]);
});

test("a label along a curve needs all of its boxes free", () => {
  const along = [
    [
      [0, 0, 10, 10],
      [10, 5, 20, 15],
    ],
    [
      [0, 50, 10, 60],
      [10, 55, 20, 65],
    ],
  ];
  assert.deepEqual(placeLabels([{ boxes: along }], [[12, 0, 18, 8]], [], FRAME), [along[1]]);
});

test("discs in one place are moved apart, others stay", () => {
  const [a, b, far] = spreadApart(
    [
      [50, 50],
      [50, 50],
      [200, 200],
    ],
    [13, 13, 13],
  );
  assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) >= 25.4);
  assert.deepEqual(far, [200, 200]);
});

test("a crowd of discs comes apart, and the same way each time", () => {
  const crowd = Array.from({ length: 12 }, (_, i) => [100 + (i % 3), 100 + (i % 2)]);
  const radii = crowd.map(() => 13);
  const moved = spreadApart(crowd, radii);
  assert.deepEqual(moved, spreadApart(crowd, radii));
  const gaps = moved.flatMap((a, i) => moved.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1])));
  assert.ok(Math.min(...gaps) > 20);
});

test("a card stands to the right of its mark, clear of what it is about", () => {
  const box = cardSpot(300, [200], [900, 600], [200, 300], [[200, 300]]);
  assert.deepEqual(box, [228, 260, 528, 460]);
});

test("a card does not cover the other end of a flow", () => {
  const seen = [
    [200, 300],
    [400, 320],
  ];
  const box = cardSpot(300, [200], [900, 600], [200, 300], seen);
  assert.ok(!covers([box], seen));
});

test("a card leaves other marks open where it can", () => {
  const other = [[400, 320]];
  assert.ok(!covers([cardSpot(300, [200], [900, 600], [200, 300], [[200, 300]], { marks: other })], other));
});

test("a card leaves the locator open where another spot is as good", () => {
  const locator = { box: [10, 480, 150, 560], cost: 8 };
  const seen = [
    ...Array.from({ length: 20 }, (_, i) => [i * 45, 30]),
    ...Array.from({ length: 9 }, (_, i) => [860, i * 60]),
  ];
  const spot = (boxes) => cardSpot(300, [200], [900, 600], null, seen, { boxes });
  assert.ok(overlaps(spot([]), locator.box));
  assert.ok(!overlaps(spot([locator]), locator.box));
});

test("a card is lower where that keeps it clear", () => {
  const seen = Array.from({ length: 45 }, (_, i) => [i * 20, 300]);
  const box = cardSpot(300, [500, 240], [900, 600], null, seen);
  assert.equal(box[3] - box[1], 240);
});

test("where nothing is free there is no spot, and the card is docked at the upper right", () => {
  const everywhere = Array.from({ length: 400 }, (_, i) => [(i % 20) * 45, Math.floor(i / 20) * 30]);
  assert.equal(cardSpot(300, [200], [900, 600], [450, 300], everywhere), null);
  assert.deepEqual(dock(300, 200, 900), [584, 16, 884, 216]);
});

test("what remains free beside a card and a legend", () => {
  const rooms = freeRooms(
    [900, 600],
    [
      [584, 16, 884, 216],
      [700, 400, 890, 580],
    ],
  );
  assert.ok(rooms.some((room) => room.join() === "0,0,584,600"));
  assert.ok(rooms.every((room) => !overlaps(room, [584, 16, 884, 216]) && !overlaps(room, [700, 400, 890, 580])));
});

test("a point in the margin is not in view", () => {
  assert.equal(allInside([[10, 50]], FRAME, 15), false);
  assert.equal(allInside([[20, 50]], FRAME, 15), true);
});
