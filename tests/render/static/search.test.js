"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { fold, foldWithOffsets } = require("../../../src/geobrief/render/static/fold.js");
const { claimMatcher, excerpt, search, searchIndex } = require("../../../src/geobrief/render/static/search.js");

const claim = (id, quote, rest) => ({ id, quote, by: "", quantities: [], ...rest });
const BRIEF = {
  places: [
    { id: "alabuga", name: "Alabuga", within: "Tatarstan", country: "Russia", aliases: ["Алабуга"] },
    { id: "new-lodz", name: "New Łódź" },
    { id: "lodz", name: "Łódź" },
    { id: "istanbul", name: "İstanbul" },
  ],
  claims: [
    claim("c1", "Reports speak of new dormitories at Alabuga.", { by: "NHK" }),
    claim("c2", "Die Straße nach Łódź ist gesperrt.", { quantities: [{ value: 25000, unit: "workers" }] }),
  ],
};
const index = searchIndex(BRIEF, [
  { value: "", total: 3 },
  { value: "Sergey Shoigu", total: 1 },
  { value: "NHK", total: 1 },
]);
const ids = (group) => group.items.map((item) => item.id ?? item.value);

for (const [typed, found] of [
  ["lodz", "lodz"],
  ["ŁÓDŹ", "lodz"],
  ["istanbul", "istanbul"],
  ["алабуга", "alabuga"],
  ["tatar", "alabuga"],
  ["russia alab", "alabuga"],
])
  test(`${typed} finds ${found}`, () => assert.equal(ids(search(index, typed).places)[0], found));

test("what begins with the word comes before what has it later", () => {
  assert.deepEqual(ids(search(index, "lodz").places), ["lodz", "new-lodz"]);
});

test("claims are found by their words, their source and their quantity", () => {
  assert.deepEqual(ids(search(index, "dormitories").claims), ["c1"]);
  assert.deepEqual(ids(search(index, "nhk").claims), ["c1"]);
  assert.deepEqual(ids(search(index, "25000 workers").claims), ["c2"]);
  assert.deepEqual(ids(search(index, "strasse").claims), ["c2"]);
});

test("sources are found, the author is none", () => {
  assert.deepEqual(ids(search(index, "shoigu").sources), ["Sergey Shoigu"]);
});

test("no words find nothing, and signs are no pattern", () => {
  for (const typed of ["", "  ", ".*", "(", "\\"]) assert.equal(search(index, typed).places.total, 0);
});

test("all words must be there", () => {
  const matches = claimMatcher(index, "new ALABUGA");
  assert.deepEqual([matches(0), matches(1)], [true, false]);
});

test("few are given of many, and told how many there are", () => {
  const places = Array.from({ length: 40 }, (_, i) => ({ id: `t${i}`, name: `Town ${i}` }));
  const { total, items } = search(searchIndex({ places, claims: [] }, []), "town").places;
  assert.deepEqual([total, items.length], [40, 5]);
});

test("an excerpt shows the first match, and marks it in the text's own letters", () => {
  const quote =
    "Besides all that has been said of it so often, the road to Łódź is closed, and whoever comes from the east has to go round by way of the river, over which there is one bridge.";
  const pieces = excerpt(quote, "lodz");
  assert.deepEqual(pieces[1], ["Łódź", true]);
  assert.ok(pieces[0][0].startsWith("…") && pieces[2][0].endsWith("…"));
  assert.equal(
    excerpt("Short.", "nothing")
      .map(([words]) => words)
      .join(""),
    "Short.",
  );
});

for (const text of ["Straße", "İstanbul", "e\u0301te\u0301", "서울 Seoul", "𝒜 drone", "ŒUVRE"])
  test(`folding ${text} letter by letter gives what folding it whole does`, () => {
    const { folded, offsets } = foldWithOffsets(text);
    assert.equal(folded, fold(text));
    assert.equal(offsets.length, folded.length + 1);
    assert.equal(offsets[offsets.length - 1], text.length);
  });
