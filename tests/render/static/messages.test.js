"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");

const { speaker, localeOf, formatLength, formatQuantity } = require("../../../src/geobrief/render/static/messages.js");
const read = (language) => require(`../../../src/geobrief/render/static/messages/${language}.json`).page;
const spoken = (language) => speaker(language, read(language));

test("messages fill in numbers as the language writes them, and know one from many", () => {
  const say = spoken("en");
  assert.equal(say("claimCount", { n: 1 }), "1 claim");
  assert.equal(say("claimCount", { n: 12500 }), "12,500 claims");
  assert.throws(() => say("noSuchMessage"), /noSuchMessage/);
});

test("a count takes the form that its language wants", () => {
  const counted = (language, numbers) => numbers.map((n) => spoken(language)("claimCount", { n }));
  assert.deepEqual(counted("ru", [1, 3, 5, 21]), ["1 утверждение", "3 утверждения", "5 утверждений", "21 утверждение"]);
  assert.deepEqual(counted("uk", [1, 22, 11]), ["1 твердження", "22 твердження", "11 тверджень"]);
  assert.deepEqual(counted("ar", [1, 2, 3, 11]), ["إفادة واحدة", "إفادتان", "3 إفادات", "11 إفادة"]);
  assert.deepEqual(counted("fr", [0, 1, 2]), ["0 affirmation", "1 affirmation", "2 affirmations"]);
  assert.deepEqual(counted("ko", [1, 2]), ["주장 1건", "주장 2건"]);
});

test("lengths are written in kilometres, short ones in metres", () => {
  assert.equal(formatLength(10, localeOf("en")), "10 km");
  assert.equal(formatLength(0.5, localeOf("en")), "500 m");
  assert.equal(formatLength(2.5, localeOf("de")), "2,5 km");
  assert.equal(formatLength(10, localeOf("ru")), "10 км");
});

test("a quantity keeps the text's words, and one of a table is written as the language does", () => {
  const write = (text, language) => formatQuantity({ text, value: 25000, unit: "workers" }, language);
  assert.equal(write("around 25,000 workers", "de"), "around 25,000 workers");
  assert.equal(write("25000 workers", "en"), "25,000 workers");
  assert.equal(write("", "de"), "25.000 workers");
});
