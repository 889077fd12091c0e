"use strict";

// Finds places, claims and sources by words that stand in them. Nothing here touches the page.
(function (geobrief) {
  const { fold } = geobrief;
  const MOST = { places: 5, sources: 3, claims: 5 };
  // Characters of a claim that are shown before and in all.
  const BEFORE = 28;
  const EXCERPT = 130;

  const termsOf = (query) => fold(query).split(/\s+/).filter(Boolean);

  const placeText = (place) => [place.name, ...(place.aliases || []), place.within, place.country].join(" \n");

  const quantityText = ({ value, unit, text }) => text || `${value} ${unit}`;

  const claimText = (claim) =>
    [claim.quote, claim.by, claim.by_name, claim.note, ...claim.quantities.map(quantityText)].join(" \n");

  // What can be found, folded once; `sources` are the filter's options.
  function searchIndex(brief, sources) {
    const entries = (items, text) => items.map((item) => ({ item, text: fold(text(item)) }));
    return {
      places: entries(brief.places, placeText),
      sources: entries(
        sources.filter(({ value }) => value),
        ({ value }) => value,
      ),
      claims: entries(brief.claims, claimText),
    };
  }

  const holdsAll = (text, terms) => terms.every((term) => text.includes(term));

  // 0 where the text begins with the term, 1 where a word of it does, else 2.
  function rank(text, term) {
    if (text.startsWith(term)) return 0;
    const at = text.indexOf(term);
    return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
  }

  function group(entries, terms, most) {
    const found = entries.filter(({ text }) => holdsAll(text, terms));
    const buckets = [[], [], []];
    for (const entry of found) buckets[rank(entry.text, terms[0])].push(entry.item);
    return { total: found.length, items: buckets.flat().slice(0, most) };
  }

  // The best of each group and how many there are in all.
  function search(index, query) {
    const terms = termsOf(query);
    const none = { total: 0, items: [] };
    const names = Object.keys(MOST);
    return Object.fromEntries(names.map((name) => [name, terms.length ? group(index[name], terms, MOST[name]) : none]));
  }

  // Tells of the claim with the given index whether it holds all words of a query.
  function claimMatcher(index, query) {
    const terms = termsOf(query);
    return (i) => holdsAll(index.claims[i].text, terms);
  }

  // Where the terms stand in a text, as [start, end] that do not overlap.
  function matches(text, query) {
    const { folded, offsets } = geobrief.foldWithOffsets(text);
    const found = termsOf(query).flatMap((term) => {
      const at = folded.indexOf(term);
      return at < 0 ? [] : [[offsets[at], offsets[at + term.length]]];
    });
    found.sort((a, b) => a[0] - b[0]);
    return found.filter(([start], i) => !i || start >= found[i - 1][1]);
  }

  // The part of a text round its first match, as [words, whether they match] in order.
  function excerpt(text, query) {
    const found = matches(text, query);
    const first = found[0]?.[0] ?? 0;
    const from = first <= BEFORE + 12 ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
    const to = Math.min(text.length, from + EXCERPT);
    const pieces = [];
    let at = from;
    for (const [start, end] of found.filter((each) => each[1] <= to)) {
      pieces.push([(at === from && from ? "…" : "") + text.slice(at, start), false], [text.slice(start, end), true]);
      at = end;
    }
    pieces.push([text.slice(at, to) + (to < text.length ? "…" : ""), false]);
    return pieces.filter(([words]) => words);
  }

  Object.assign(geobrief, { searchIndex, search, claimMatcher, excerpt });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
