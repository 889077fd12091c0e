"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { companions } = require("../../../src/geobrief/render/static/groups.js");

const figure = (low, high, rest) => ({ workers: { low, high, text: `${low ?? "up"} to ${high ?? "more"}`, ...rest } });
const claims = ["c1", "c2", "c3", "c4"].map((id) => ({ id }));

function of(figures) {
  const found = companions(claims[0], claims, figures);
  return found && { ...found, others: found.others.map(({ claim, relation }) => `${claim.id} ${relation}`) };
}

test("contradicting claims come first and are the ones that are counted", () => {
  const found = of({ c1: figure(24000, 26000), c2: figure(24000, 26000), c3: figure(12000, 12000), c4: {} });
  assert.deepEqual(found.others, ["c3 contradicts", "c2 agrees", "c4 beside"]);
  assert.deepEqual([found.relation, found.count, found.figure], ["contradicts", 1, "24000 to 26000"]);
});

test("null is an open end", () => {
  assert.equal(of({ c1: figure(10000, null), c2: figure(12000, 12000) }).relation, "agrees");
  assert.equal(of({ c1: figure(null, 10000), c2: figure(12000, 12000) }).relation, "contradicts");
});

test("to deny a figure is to contradict who gives it, and nobody else", () => {
  const denied = figure(400, 400, { against: true });
  assert.equal(of({ c1: denied, c2: figure(400, 400) }).relation, "contradicts");
  assert.equal(of({ c1: denied, c2: figure(300, 300) }).relation, "agrees");
  assert.equal(of({ c1: denied, c2: denied }).relation, "agrees");
});

test("what belongs to every object is no figure", () => {
  assert.equal(of({ c1: { constructor: figure(1, 1).workers }, c2: {} }).relation, "beside");
});

test("a claim in no group, or alone in one, has no companions", () => {
  assert.equal(of(undefined), null);
  assert.equal(of({ c2: figure(1, 1), c3: figure(1, 1) }), null);
  assert.equal(of({ c1: figure(1, 1) }), null);
});
