"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { speaker } = require("../../../src/geobrief/render/static/messages.js");
require("../../../src/geobrief/render/static/when.js");
const { citation } = require("../../../src/geobrief/render/static/citation.js");

const document = {
  title: "Hands for the drone line",
  publisher: "twz.com",
  published: "2025-06-20",
  url: "https://example.org/a",
};
const page = { say: speaker("en", require("../../../src/geobrief/render/static/messages/en.json").page), language: "en-GB", document };
const claim = {
  quote: "The plant makes 2,000.",
  by: "he",
  by_name: "Kyrylo Budanov",
  certainty: "reported",
  when: { start: "2024-06-01", end: "2024-06-30" },
};

test("a quote goes with who says it, how sure, when, where it stood and how to get there", () => {
  assert.equal(
    citation(claim, { ...page, link: "https://example.net/map.html#claim=c5" }),
    [
      "“The plant makes 2,000.”",
      "Kyrylo Budanov, reported, June 2024",
      "“Hands for the drone line”, twz.com, 20 June 2025",
      "https://example.org/a",
      "https://example.net/map.html#claim=c5",
    ].join("\n"),
  );
});

test("what is not known is left out, and the address of a file stays at home", () => {
  const bare = { quote: "So it is.", by: "", certainty: "stated", when: null };
  const link = "file:///home/somebody/map.html#claim=c1";
  assert.equal(citation(bare, { ...page, document: undefined, link }), "“So it is.”\nthe author, stated");
});
