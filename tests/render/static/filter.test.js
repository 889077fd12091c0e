"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/timescale.js");
require("../../../src/geobrief/render/static/fold.js");
const filters = require("../../../src/geobrief/render/static/filter.js");
require("../../../src/geobrief/render/static/messages.js");
require("../../../src/geobrief/render/static/when.js");
const { chipsOf, toggleChip } = require("../../../src/geobrief/render/static/chips.js");

const day = (text) => globalThis.geobrief.dayOf(text);
const claim = (certainty, by, kinds, rest) => ({
  certainty,
  by,
  places: kinds.map((kind) => ({ kind })),
  document: "a.md",
  days: null,
  ...rest,
});

const CLAIMS = [
  claim("stated", "", ["city", "city"], { days: [day("2024-06-01"), day("2024-06-30")] }),
  claim("reported", "the NHK", ["site", "region"], { days: [day("2025-01-01"), Infinity] }),
  claim("reported", "NHK", ["site"], { document: "b.md" }),
  claim("denied", "Ministry", ["country"], { by_name: "Ministry of Defence", days: [-Infinity, day("2023-12-31")] }),
];

const index = filters.filterIndex({ claims: CLAIMS });
const apply = (rest, matches) =>
  filters.applyFilter(index, filters.saneFilter(index, { ...filters.noFilter(), ...rest }), matches);
const shown = (rest, matches) => [...apply(rest, matches).shown];

function counts(rest, name) {
  const facet = index.facet[name];
  const found = apply(rest).counts[index.facets.indexOf(facet)];
  return Object.fromEntries(facet.options.map(({ value }, i) => [value, found[i]]));
}

test("without a filter everything shows and each option counts its claims once", () => {
  assert.deepEqual(shown({}), [1, 1, 1, 1]);
  assert.deepEqual(counts({}, "kind"), { city: 1, site: 2, region: 1, country: 1 });
});

test("choices within a facet add up, facets narrow one another", () => {
  assert.deepEqual(shown({ certainty: ["stated", "denied"] }), [1, 0, 0, 1]);
  assert.deepEqual(shown({ certainty: ["stated", "reported"], kind: ["site"] }), [0, 1, 1, 0]);
  assert.deepEqual(shown({ kind: ["region"], article: ["b.md"] }), [0, 0, 0, 0]);
});

test("a facet's counts respond to the other facets and not to itself", () => {
  assert.deepEqual(counts({ certainty: ["reported"] }, "certainty"), { stated: 1, reported: 2, denied: 1 });
  assert.deepEqual(counts({ certainty: ["reported"] }, "kind"), { city: 0, site: 2, region: 1, country: 0 });
  assert.deepEqual(counts({ certainty: ["reported"], article: ["b.md"] }, "certainty"), {
    stated: 0,
    reported: 1,
    denied: 0,
  });
});

test("one source is one, with or without its article; a pronoun goes by its name, the author by none", () => {
  assert.deepEqual(
    index.facet.source.options.map(({ value, total }) => [value, total]),
    [
      ["", 1],
      ["the NHK", 2],
      ["Ministry of Defence", 1],
    ],
  );
  assert.deepEqual(shown({ source: ["nhk"] }), [0, 1, 1, 0]);
  assert.deepEqual(shown({ source: [""] }), [1, 0, 0, 0]);
});

test("a time shows what overlaps it, open ends included, and nothing without a date", () => {
  assert.deepEqual(shown({ from: "2024-06-30", to: "2024-07-31" }), [1, 0, 0, 0]);
  assert.deepEqual(shown({ from: "2030" }), [0, 1, 0, 0]);
  assert.deepEqual(shown({ to: "1999" }), [0, 0, 0, 1]);
});

test("words narrow too", () => {
  assert.deepEqual(
    shown({ q: "x" }, (i) => i === 2),
    [0, 0, 1, 0],
  );
});

test("what this brief does not have is dropped from a filter, and a time that ends before it begins", () => {
  const wild = {
    certainty: ["certain", "stated", "stated"],
    kind: ["__proto__"],
    source: ["nobody"],
    from: "2025",
    to: "2024",
  };
  assert.deepEqual(filters.saneFilter(index, wild), { ...filters.noFilter(), certainty: ["stated"] });
  assert.equal(filters.isFiltering(filters.saneFilter(index, { kind: ["constructor"] })), false);
});

test("options come in the field's order, sources by how many claims they have", () => {
  const values = (name) => filters.offered(index.facet[name], ["b.md", "a.md"]).map(({ value }) => value);
  assert.deepEqual(values("certainty"), ["stated", "reported", "denied"]);
  assert.deepEqual(values("article"), ["b.md", "a.md"]);
  assert.equal(values("source")[0], "the NHK");
});

test("a place is drawn as the strongest of its claims that are shown", () => {
  assert.equal(
    filters.strongest([{ certainty: "denied" }, { certainty: "stated", out: true }, { certainty: "reported" }]),
    "reported",
  );
  assert.equal(filters.strongest([{ certainty: "stated", out: true }]), null);
});

test("each set filter is a chip, and a click takes it off", () => {
  const { speaker } = globalThis.geobrief;
  const page = { say: speaker("en", require("../../../src/geobrief/render/static/messages/en.json").page), language: "en-GB", brief: { documents: [{ id: "a.md", title: "Hands" }] } };
  const filter = {
    ...filters.noFilter(),
    certainty: ["stated"],
    source: ["", "NHK"],
    article: ["a.md"],
    from: "2024-06-01",
    to: "2024-06-30",
    q: "drones",
  };
  const chips = chipsOf(filter, page);
  assert.deepEqual(
    chips.map(({ label }) => label),
    ["stated", "the author", "NHK", "Hands", "June 2024", "“drones”"],
  );
  assert.deepEqual(chips.reduce(toggleChip, filter), filters.noFilter());
  assert.equal(chipsOf({ ...filters.noFilter(), to: "2024-06-30" }, page)[0].label, "until 30 June 2024");
});

test("the work grows with the claims and no faster", () => {
  const made = (n) =>
    filters.filterIndex({ claims: Array.from({ length: n }, (_, i) => claim("stated", `Agency ${i}`, ["city"])) });
  const visits = (n) => {
    let read = 0;
    const large = made(n);
    large.facets[1].indexes = large.facets[1].indexes.map((own) => ({
      some: (test) => ((read += 1), own.some(test)),
      [Symbol.iterator]: () => own[Symbol.iterator](),
    }));
    filters.applyFilter(large, { ...filters.noFilter(), source: ["Agency 1", "Agency 2"] });
    return read;
  };
  assert.equal(visits(400), 4 * visits(100));
});
