"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/gaps.js");
const scale = require("../../../src/geobrief/render/static/timescale.js");

const WIDTH = 1000;
const span = (start, end = start) => scale.daysOf({ start, end });
const domainOf = (...spans) => scale.domainOf(spans, WIDTH, 68);
const recent = [span("2024-02-01"), span("2024-06"), span("2024-11-05"), span("2025-01-20")];

test("a far-off date is kept, and the empty time after it folded", () => {
  const domain = domainOf(span("1945-05-08"), ...recent);
  assert.equal(domain.gaps.length, 1);
  assert.equal(scale.isoOf(domain.first), "1945-05-01");
  const { x } = scale.folding(domain, WIDTH);
  assert.ok(x(scale.dayOf("2025-01-20")) - x(scale.dayOf("2024-02-01")) > WIDTH / 2);
  assert.ok(x(scale.dayOf("1945-05-08")) >= 0);
});

test("one after all others, and one on each side, are folded too", () => {
  assert.equal(domainOf(...recent, span("2090")).gaps.length, 1);
  assert.equal(domainOf(span("1945"), ...recent, span("2090-01-01")).gaps.length, 2);
});

test("time that is filled evenly, or by few, is not folded", () => {
  assert.deepEqual(domainOf(span("2020"), span("2021"), span("2022"), span("2023"), span("2024")).gaps, []);
  assert.deepEqual(domainOf(span("1945-05-08"), span("2025-01-20")).gaps, []);
  assert.deepEqual(domainOf([-Infinity, scale.dayOf("1945-05-08")], [scale.dayOf("1944-01-01"), Infinity]).gaps, []);
});

test("days and pixels lead back to each other, on both sides of a fold and in it", () => {
  const domain = domainOf(span("1945-05-08"), ...recent);
  const { x, day } = scale.folding(domain, WIDTH);
  assert.equal(x(domain.first), 0);
  assert.equal(x(domain.end), WIDTH);
  for (const iso of ["1945-05-08", "1980-01-01", "2024-02-01", "2025-01-20"])
    assert.ok(Math.abs(day(x(scale.dayOf(iso))) - scale.dayOf(iso)) < 0.01, iso);
});

test("no tick stands in a fold", () => {
  const domain = domainOf(span("1945-05-08"), ...recent);
  const ticks = scale.ticks(domain);
  const [[from, to]] = domain.gaps;
  assert.ok(ticks.length < 20);
  assert.ok(ticks.every((tick) => tick <= from || tick >= to));
});
