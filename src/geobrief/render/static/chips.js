"use strict";

// What is filtered for, in words, and the filter without one of it.
(function (geobrief) {
  function labelOf(name, value, { say, brief }) {
    if (name === "certainty" || name === "kind") return say(`${name}_${value}`);
    if (name === "source") return value || say("byAuthor");
    const document = brief.documents.find((each) => each.id === value);
    return document ? document.title || say("documentUntitled") : say("noArticle");
  }

  // Each set filter as {name, value, label}; those of time and of words have no value.
  function chipsOf(filter, page) {
    const facets = ["certainty", "source", "kind", "article"];
    const chips = facets.flatMap((name) =>
      filter[name].map((value) => ({ name, value, label: labelOf(name, value, page) })),
    );
    if (filter.from || filter.to)
      chips.push({ name: "date", value: "", label: geobrief.formatTime({ start: filter.from, end: filter.to }, page) });
    if (filter.q) chips.push({ name: "q", value: "", label: page.say("quoted", { text: filter.q }) });
    return chips;
  }

  // The filter with a chip's choice taken off, or in where it was not set.
  function toggleChip(filter, { name, value }) {
    if (name === "date") return { ...filter, from: null, to: null };
    return name === "q" ? { ...filter, q: "" } : geobrief.toggled(filter, name, value);
  }

  Object.assign(geobrief, { labelOf, chipsOf, toggleChip });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
