"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/gaps.js");
const scale = require("../../../src/geobrief/render/static/timescale.js");

const span = (start, end) => scale.daysOf({ start, end });
const iso = (days) => days.map(scale.isoOf);

test("days, months and years have a first and a last day", () => {
  assert.deepEqual(iso(span("2024-06-03", "2024-06-03")), ["2024-06-03", "2024-06-03"]);
  assert.deepEqual(iso(span("2024-02", "2024-02")), ["2024-02-01", "2024-02-29"]);
  assert.deepEqual(iso(span("1850", "1899")), ["1850-01-01", "1899-12-31"]);
  assert.equal(scale.isoOf(scale.dayOf("0044")), "0044-01-01");
});

test("an interval may be open at an end", () => {
  assert.deepEqual(span("2019-05-01", ""), [scale.dayOf("2019-05-01"), Infinity]);
  assert.deepEqual(span("", "2019"), [-Infinity, scale.dayOf("2019-12-31")]);
});

for (const when of [null, { start: "", end: "" }, { start: "soon", end: "later" }, { start: "2025", end: "2024" }])
  test(`no time is read from ${JSON.stringify(when)}`, () => assert.equal(scale.daysOf(when), null));

for (const none of ["2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-05-00", "24-05-01"])
  test(`there is no ${none}`, () => assert.equal(scale.dayOf(none), null));

for (const [first, last, width, unit, n] of [
  ["2024-06-01", "2024-06-09", 1000, "day", 1],
  ["2024-06-01", "2024-07-20", 700, "day", 7],
  ["2024-01-01", "2024-12-31", 1000, "month", 1],
  ["2022-01-01", "2025-12-31", 1000, "month", 6],
  ["1990-01-01", "2025-12-31", 1000, "year", 5],
  ["1600-01-01", "2025-12-31", 1000, "year", 50],
])
  test(`from ${first} to ${last} a tick comes every ${n} ${unit}`, () => {
    const domain = scale.domainOf([span(first, last)], width, 68);
    assert.deepEqual(domain.step, { unit, n });
    const ticks = scale.ticks(domain);
    assert.ok(ticks[0] <= scale.dayOf(first) && ticks[ticks.length - 1] > scale.dayOf(last));
    assert.ok(ticks.length - 1 <= width / 60 + 2);
  });

test("a scale holds what is open by its known ends, and a day has days round it", () => {
  const open = scale.domainOf(
    [
      [-Infinity, scale.dayOf("2024-06-01")],
      [scale.dayOf("2024-09-10"), Infinity],
    ],
    1000,
    68,
  );
  assert.deepEqual(iso([open.first, open.end]), ["2024-05-27", "2024-09-16"]);
  const day = scale.domainOf([span("2024-06-10", "2024-06-10")], 1000, 68);
  assert.deepEqual(iso([day.first, day.end]), ["2024-06-07", "2024-06-14"]);
  assert.equal(scale.domainOf([], 1000, 68), null);
});

test("weeks begin on Mondays, months and years on their first days, before 1970 too", () => {
  const begins = (day, unit, n, on) => scale.isoOf(scale.begins(scale.dayOf(day), { unit, n }, on));
  assert.equal(begins("2024-06-09", "day", 7), "2024-06-03");
  assert.equal(begins("1914-08-04", "day", 7), "1914-08-03");
  assert.equal(begins("1914-08-04", "month", 6), "1914-07-01");
  assert.equal(begins("1914-08-04", "month", 6, 1), "1915-01-01");
  assert.equal(begins("1914-08-04", "year", 50), "1900-01-01");
});

test("the year is written where it changes", () => {
  const days = ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"].map((day) => scale.dayOf(day));
  assert.deepEqual(scale.tickLabels(days, "month", "en-GB"), ["Nov 2024", "Dec", "Jan 2025", "Feb"]);
  assert.deepEqual(scale.tickLabels([scale.dayOf("1850"), scale.dayOf("1900")], "year", "en-GB"), ["1850", "1900"]);
  assert.deepEqual(scale.tickLabels([scale.dayOf("2024-06-03")], "day", "de"), ["3. Juni 2024"]);
});

test("a handle moves by a step that is seen", () => {
  assert.equal(scale.fineStep(60, 1000).unit, "day");
  assert.equal(scale.fineStep(1500, 1000).unit, "month");
  assert.equal(scale.fineStep(60000, 1000).unit, "year");
});

test("playing leaves out the steps in which nothing happens", () => {
  const domain = { first: scale.dayOf("2024-01-01"), end: scale.dayOf("2024-07-01"), step: { unit: "month", n: 1 } };
  const steps = scale.eventful(domain, [span("2024-02-10", "2024-03-01"), span("2024-06-30", "")]);
  assert.deepEqual(steps.map(iso), [
    ["2024-02-01", "2024-02-29"],
    ["2024-03-01", "2024-03-31"],
    ["2024-06-01", "2024-06-30"],
  ]);
});
