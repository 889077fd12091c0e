"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Backlog } = require("../../../src/geobrief/render/static/backlog.js");

test("the first are done at once, the rest once it was started, in order", () => {
  const later = [];
  const done = [];
  const backlog = new Backlog((run) => later.push(run));
  const items = Array.from({ length: 200 }, (_, i) => i);
  backlog.add(items, (item) => done.push(item), 3);
  assert.deepEqual(done, [0, 1, 2]);
  assert.equal(later.length, 0);
  backlog.start();
  while (later.length) later.shift()();
  assert.deepEqual(done, items);
});

test("what is needed now is finished now, once", () => {
  const later = [];
  const done = [];
  const backlog = new Backlog((run) => later.push(run));
  backlog.add([1, 2], (item) => done.push(item), 0);
  backlog.start();
  backlog.finish();
  assert.deepEqual(done, [1, 2]);
  later.forEach((run) => run());
  assert.deepEqual(done, [1, 2]);
});
