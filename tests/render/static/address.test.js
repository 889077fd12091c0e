"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/timescale.js");
const { formatAddress, parseAddress } = require("../../../src/geobrief/render/static/address.js");

const EMPTY = { certainty: [], source: [], kind: [], article: [], from: null, to: null, q: "" };

test("an address gives back what was written into it", () => {
  const seen = {
    claim: "c 1&x=#é",
    place: "p/2",
    reading: "b.md",
    filter: {
      certainty: ["denied", "stated"],
      source: ["Sergey Shoigu, secretary", "", "-", "50 % + more"],
      kind: ["site"],
      article: ["a,b.md"],
      from: "2024-06-01",
      to: "2025",
      q: "drones & “more”",
    },
    view: { lon: 52.0504, lat: 55.7697, zoom: 6.25 },
  };
  assert.deepEqual(parseAddress(formatAddress(seen)), { ...seen, view: { lon: 52.05, lat: 55.77, zoom: 6.25 } });
});

test("it reads as it says", () => {
  const filter = { ...EMPTY, certainty: ["reported", "claimed"], from: "2024-06" };
  assert.equal(formatAddress({ claim: "c5", filter }), "#claim=c5&from=2024-06&certainty=reported,claimed");
  assert.equal(formatAddress({ view: { lon: 20, lat: 60.5, zoom: 4 } }), "#view=20,60.5,4");
  assert.equal(formatAddress({}), "");
});

test("a view is longitude before latitude, its digits those of its zoom", () => {
  const view = { lon: 52.123456789, lat: 55.123456789, zoom: 3 };
  assert.equal(formatAddress({ view }), "#view=52.1,55.1,3");
  assert.equal(formatAddress({ view: { ...view, zoom: 12 } }), "#view=52.1235,55.1235,12");
});

for (const nonsense of [
  "",
  "#",
  "#section-3",
  "#&&=&=x&",
  "#view=1,2",
  "#view=,,",
  "#view=NaN,2,3",
  "#view=10,95,4",
  "#view=1e9,0,4",
  "#view=1,2,3,4",
  "#from=soon&to=2024-13-01",
  "#from=2023-02-30",
  "#certainty=,,&kind=",
])
  test(`an address that says nothing is taken for none: ${nonsense}`, () => {
    assert.deepEqual(parseAddress(nonsense), { claim: null, place: null, reading: null, filter: EMPTY, view: null });
  });

test("a lone percent sign and a plus are what somebody typed", () => {
  assert.equal(parseAddress("#q=50%&claim=a+b").filter.q, "50%");
  assert.equal(parseAddress("#q=50%&claim=a+b").claim, "a b");
});

test("of what is said twice the first counts", () => {
  assert.equal(parseAddress("#claim=c1&claim=c2").claim, "c1");
});

test("names that objects have by nature are no more than text", () => {
  const { filter, claim } = parseAddress("#__proto__=x&certainty=constructor&claim=toString");
  assert.deepEqual([filter.certainty, claim], [["constructor"], "toString"]);
});
