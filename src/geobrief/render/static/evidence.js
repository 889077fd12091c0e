"use strict";

// The words that the parts of a claim were read from: stretches of its article, and of its quote. A part is called `by`,
// `certainty`, `quantity-0`, `when`, `flow` or `inferred-0`; one that was not read from words has none.
(function (geobrief) {
  // All of a claim as {part, start, end}, in code points of its article.
  function evidenceOf(claim) {
    const spans = [
      ["by", Number.isInteger(claim.by_start) ? [claim.by_start, claim.by_end] : null],
      ["by", claim.cue_span],
      ["certainty", claim.certainty_span],
      ...claim.amounts.map(({ span }, i) => [`quantity-${i}`, span]),
      ["when", claim.when?.span],
      ["flow", claim.flow?.span],
      ...(claim.inferred_spans || []).map((span, i) => [`inferred-${i}`, span]),
    ];
    return spans.filter(([, span]) => span && span[0] < span[1]).map(([part, [start, end]]) => ({ part, start, end }));
  }

  // Stretches, in order and apart, in each of which the same parts are told: {start, end, parts}; what lies outside
  // `start` to `end` is cut off.
  function evidenceRuns(evidence, start, end) {
    const within = evidence
      .map((each) => ({ ...each, start: Math.max(each.start, start), end: Math.min(each.end, end) }))
      .filter((each) => each.start < each.end);
    const cuts = [...new Set(within.flatMap((each) => [each.start, each.end]))].sort((a, b) => a - b);
    return cuts.slice(1).flatMap((cut, i) => {
      const told = within.filter((each) => each.start <= cuts[i] && each.end >= cut).map(({ part }) => part);
      return told.length ? [{ start: cuts[i], end: cut, parts: [...new Set(told)] }] : [];
    });
  }

  // A quote cut into {text, parts}; `parts` is empty where nothing was read. A quote that is not the article's own
  // words, letter for letter, stays whole.
  function quotePieces(claim) {
    const at = geobrief.codeUnits(claim.quote);
    const length = claim.end - claim.start;
    if (!claim.inText || at(length) !== claim.quote.length || at(length - 1) === claim.quote.length)
      return [{ text: claim.quote, parts: [] }];
    const pieces = [];
    let last = claim.start;
    const cut = (from, to) => claim.quote.slice(at(from - claim.start), at(to - claim.start));
    for (const { start, end, parts } of evidenceRuns(evidenceOf(claim), claim.start, claim.end)) {
      if (start > last) pieces.push({ text: cut(last, start), parts: [] });
      pieces.push({ text: cut(start, end), parts });
      last = end;
    }
    if (last < claim.end) pieces.push({ text: cut(last, claim.end), parts: [] });
    return pieces;
  }

  // The words of a quote at a span of its article; empty where the span is not within it.
  function wordsOf(claim, span) {
    if (!claim.inText || !span || !(span[0] >= claim.start && span[1] <= claim.end)) return "";
    const at = geobrief.codeUnits(claim.quote);
    return claim.quote.slice(at(span[0] - claim.start), at(span[1] - claim.start));
  }

  // The words by which a quote names its source, where they are others than the source's name, as "she".
  function sourceWords(claim) {
    const words = claim.by ? wordsOf(claim, [claim.by_start, claim.by_end]) : "";
    const [short, long] = [words.toLowerCase(), claim.by.toLowerCase()];
    return short.includes(long) || long.includes(short) ? "" : words;
  }

  Object.assign(geobrief, { evidenceOf, evidenceRuns, quotePieces, wordsOf, sourceWords });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
