"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { codeUnits, paragraphs, segment, spaced } = require("../../../src/geobrief/render/static/spans.js");

const flat = (nodes) =>
  nodes.map((node) => (typeof node === "string" ? node : node.claim ? flat(node.nodes) : node.text)).join("");
const shape = (nodes) =>
  nodes.map((node) =>
    typeof node === "string"
      ? node
      : node.claim
        ? { [node.claim.id]: shape(node.nodes) }
        : [node.mention.place, node.text, node.last],
  );

test("an offset in code points becomes one in UTF-16 units", () => {
  const at = codeUnits("a🛩b𝒞c");
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(at), [0, 1, 3, 4, 6, 7]);
  assert.equal(at(99), 7);
});

test("a text without astral characters keeps its offsets", () => {
  const at = codeUnits("Kaech’ŏn");
  assert.deepEqual([0, 5, 8, 40].map(at), [0, 5, 8, 8]);
});

test("blank lines part paragraphs, and a line break within one stays in it", () => {
  const text = "One\nstill one.\n\n  Two.\n \n\nThree.";
  assert.deepEqual(
    paragraphs(text).map(({ start, end }) => text.slice(start, end)),
    ["One\nstill one.", "Two.", "Three."],
  );
});

test("without blank lines each line is a paragraph", () => {
  const text = "One.\nTwo.\n";
  assert.deepEqual(
    paragraphs(text).map(({ start, end }) => text.slice(start, end)),
    ["One.", "Two."],
  );
});

test("a line break that only keeps a line short is shown as a space", () => {
  const text = "Head\nIt rained in\nOslo.\n\n> It\n> snowed.\nIt hailed.";
  const shown = spaced(text, [1, 1, 4, 1]);
  assert.equal(shown, "Head\nIt rained in Oslo.\n\n> It   snowed.\nIt hailed.");
  assert.equal(shown.length, text.length);
  assert.equal(spaced(text, undefined), text);
});

test("a wrapped text without blank lines has its own paragraphs", () => {
  const text = "It rained in\nOslo.\nIt snowed.";
  assert.equal(segment(spaced(text, [0, 1]), [], []).length, 2);
});

test("a Markdown heading loses its marks and keeps its level", () => {
  const text = "## Aid\n\n#1 is no heading";
  assert.deepEqual(paragraphs(text), [
    { start: 3, end: 6, level: 2 },
    { start: 8, end: 24, level: 0 },
  ]);
});

test("a mention stands inside its claim, after an emoji too", () => {
  const text = "🛩 flew to Minsk.";
  const [block] = segment(text, [{ id: "c1", start: 2, end: 16 }], [{ place: "minsk", start: 10, end: 15 }]);
  assert.deepEqual(shape(block.nodes), ["🛩 ", { c1: ["flew to ", ["minsk", "Minsk", true], "."] }]);
});

test("two claims of one sentence are both there", () => {
  const text = "Lima denied it, but Quito did not.";
  const claims = ["c1", "c2"].map((id) => ({ id, start: 0, end: text.length }));
  const [block] = segment(text, claims, [{ place: "quito", start: 20, end: 25 }]);
  assert.deepEqual(shape(block.nodes), [{ c1: [{ c2: ["Lima denied it, but ", ["quito", "Quito", true], " did not."] }] }]);
});

test("a claim within a claim is nested", () => {
  const [block] = segment(
    "abcdef",
    [
      { id: "in", start: 2, end: 4 },
      { id: "out", start: 0, end: 6 },
    ],
    [],
  );
  assert.deepEqual(shape(block.nodes), [{ out: ["ab", { in: ["cd"] }, "ef"] }]);
});

test("two claims on the same words are both there", () => {
  const [block] = segment(
    "abc",
    [
      { id: "x", start: 0, end: 3 },
      { id: "y", start: 0, end: 3 },
    ],
    [],
  );
  assert.deepEqual(shape(block.nodes), [{ x: [{ y: ["abc"] }] }]);
});

test("claims that overlap are cut where the first ends", () => {
  const [block] = segment(
    "abcdef",
    [
      { id: "x", start: 0, end: 4 },
      { id: "y", start: 2, end: 6 },
    ],
    [],
  );
  assert.deepEqual(shape(block.nodes), [{ x: ["ab", { y: ["cd"] }] }, { y: ["ef"] }]);
});

test("a mention that a claim's edge cuts has its number once, at its end", () => {
  const [block] = segment("New York", [{ id: "x", start: 4, end: 8 }], [{ place: "ny", start: 0, end: 8 }]);
  assert.deepEqual(shape(block.nodes), [["ny", "New ", false], { x: [["ny", "York", true]] }]);
});

test("a paragraph of nothing but three or more dashes, stars or underscores is a rule", () => {
  const text = "---\n\nOne -- two.\n\n* * *\n\n- -\n\n-*-\n\n_____";
  assert.deepEqual(
    segment(text, [], []).map(({ rule }) => rule),
    [true, false, true, false, false, true],
  );
});

test("a claim over two paragraphs is in both", () => {
  const blocks = segment("One.\n\nTwo.", [{ id: "x", start: 0, end: 10 }], []);
  assert.deepEqual(
    blocks.map((block) => shape(block.nodes)),
    [[{ x: ["One."] }], [{ x: ["Two."] }]],
  );
});

test("whatever the spans, the words are the text's, in order", () => {
  const text = "Alpha 🛩 beta gamma\u2028delta </script> ${x}";
  const points = [...text].length;
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round += 1) {
    const span = () => {
      const start = random(points);
      return { start, end: start + random(points - start + 1) };
    };
    const claims = [0, 1, 2, 3].map((n) => ({ id: `c${n}`, ...span() }));
    const blocks = segment(text, claims, [{ place: "p", ...span() }]);
    assert.equal(blocks.map((block) => flat(block.nodes)).join(""), text);
  }
});
