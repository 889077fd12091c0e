"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/spans.js");
const {
  evidenceOf,
  evidenceRuns,
  quotePieces,
  sourceWords,
  wordsOf,
} = require("../../../src/geobrief/render/static/evidence.js");

const TEXT = "It rained. She said 40 🛩 left Lima for Callao in May. It rained.";
const span = (words) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return [start, start + [...words].length];
};
const QUOTE = "She said 40 🛩 left Lima for Callao in May.";
const [start, end] = span(QUOTE);

const claim = (parts = {}) => ({ quote: QUOTE, inText: true, start, end, by: "", amounts: [], ...parts });
const told = (pieces) => pieces.filter(({ parts }) => parts.length).map(({ text, parts }) => [text, parts.join(" ")]);

test("each part of a claim is told by its words", () => {
  const [by_start, by_end] = span("She");
  const full = claim({
    by_start,
    by_end,
    cue_span: span("said"),
    certainty_span: span("said"),
    amounts: [{ value: 40, span: span("40 🛩") }],
    when: { start: "2025-05-01", span: span("in May") },
  });
  assert.deepEqual(told(quotePieces(full)), [
    ["She", "by"],
    ["said", "by certainty"],
    ["40 🛩", "quantity-0"],
    ["in May", "when"],
  ]);
  assert.equal(quotePieces(full).map(({ text }) => text).join(""), QUOTE);
});

test("where one part lies in another, the stretch tells both", () => {
  const flow = { span: span("40 🛩 left Lima for Callao") };
  const pieces = quotePieces(claim({ flow, amounts: [{ value: 40, span: span("40 🛩") }] }));
  assert.deepEqual(told(pieces), [
    ["40 🛩", "quantity-0 flow"],
    [" left Lima for Callao", "flow"],
  ]);
});

test("words outside the quote are no part of it", () => {
  const [by_start, by_end] = span("It");
  assert.deepEqual(quotePieces(claim({ by_start, by_end })), [{ text: QUOTE, parts: [] }]);
});

test("a quote that differs from its article, or is in none, stays whole", () => {
  const cue_span = span("said");
  for (const other of [{ quote: "She said: 40 🛩 left Lima for Callao in May.", end }, { inText: false }])
    assert.deepEqual(quotePieces(claim({ cue_span, ...other })).length, 1);
});

test("a claim without spans has no evidence", () => {
  assert.deepEqual(evidenceOf(claim()), []);
  assert.deepEqual(evidenceOf(claim({ amounts: [{ value: 3, span: [5, 5] }] })), []);
});

test("runs are cut at an article's stretch", () => {
  assert.deepEqual(evidenceRuns([{ part: "when", start: 2, end: 9 }], 4, 6), [{ start: 4, end: 6, parts: ["when"] }]);
});

test("a pronoun for the source is told, the source's own name is not told twice", () => {
  const [by_start, by_end] = span("She");
  assert.equal(sourceWords(claim({ by: "Ana Ruiz", by_start, by_end })), "She");
  assert.equal(sourceWords(claim({ by: "she", by_start, by_end })), "");
  assert.equal(sourceWords(claim({ by_start, by_end })), "");
});

test("words are asked for by their span", () => {
  assert.equal(wordsOf(claim(), span("Callao")), "Callao");
  assert.equal(wordsOf(claim(), undefined), "");
  assert.equal(wordsOf(claim(), span("It")), "");
});
