"use strict";

// An article's text, cut into blocks and, inside them, into nested claims and mentions.
(function (geobrief) {
  // UTF-16 units that a browser lays out in a few milliseconds.
  const LONG = 12000;
  // Markdown's thematic break: three or more of one of these marks, and nothing else.
  const RULE = /^([-*_])(?:[ \t]*\1){2,}$/;

  // The brief counts code points, JavaScript counts UTF-16 units: a function from the one offset to the other.
  function codeUnits(text) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => Math.min(offset, text.length);
    const units = [0];
    for (const character of text) units.push(units[units.length - 1] + character.length);
    return (offset) => units[Math.min(offset, units.length - 1)];
  }

  // Paragraphs as {start, end, level}, level 0 for text, 1 to 6 for a Markdown heading (start is after its marks).
  // Blank lines part paragraphs; a text without any has a paragraph a line.
  function paragraphs(text) {
    const pattern = /\n[ \t]*\n/.test(text) ? /(?:(?!\n[ \t]*\n)[^])+/g : /[^\n]+/g;
    const found = [];
    for (const match of text.matchAll(pattern)) {
      const lead = /^\s*(?:(#{1,6})[ \t]+)?/.exec(match[0]);
      const start = match.index + lead[0].length;
      const end = match.index + match[0].trimEnd().length;
      if (start < end) found.push({ start, end, level: lead[1] ? lead[1].length : 0 });
    }
    return found;
  }

  // The text as it is shown: spaces, as many as there were signs, for line breaks that only keep lines short. `soft` has
  // the first of each run of lines that end so, and how many they are, in turns.
  function spaced(text, soft) {
    if (!soft) return text;
    const lines = new Set();
    for (let i = 0; i + 1 < soft.length; i += 2)
      for (let line = soft[i]; line < soft[i] + soft[i + 1]; line += 1) lines.add(line);
    let line = 0;
    return text.replace(/\n[ \t>]*/g, (found) => {
      line += 1;
      return lines.has(line - 1) ? " ".repeat(found.length) : found;
    });
  }

  // For stretches that follow one another: those of the spans, sorted by their start, that lie in a stretch.
  function sweep(spans) {
    let next = 0;
    let open = [];
    return ({ start, end }) => {
      open = open.filter((span) => span.end > start);
      for (; next < spans.length && spans[next].start < end; next += 1)
        if (spans[next].end > start) open.push(spans[next]);
      return open;
    };
  }

  const inOrder = (spans) => [...spans].sort((a, b) => a.start - b.start || b.end - a.end);

  // A block that is too long to be laid out in one go, cut where claims begin and none goes on.
  function pieces(block, claims) {
    if (block.end - block.start <= LONG) return [block];
    const cuts = [block.start];
    let reach = block.start;
    for (const { start, end } of claims) {
      if (start >= reach && start - cuts[cuts.length - 1] > LONG / 2 && start < block.end) cuts.push(start);
      reach = Math.max(reach, end);
    }
    return cuts.map((start, i) => ({ ...block, start, end: cuts[i + 1] ?? block.end, unended: i + 1 < cuts.length }));
  }

  // The stretches of one block between which nothing starts or ends: {start, end, claims, mention}.
  function runs(block, claims, mentions) {
    const cuts = new Set([block.start, block.end]);
    for (const span of [...claims, ...mentions]) {
      cuts.add(Math.max(span.start, block.start));
      cuts.add(Math.min(span.end, block.end));
    }
    const ends = [...cuts].sort((a, b) => a - b);
    const [open, named] = [sweep(claims), sweep(mentions)];
    return ends.slice(1).map((end, i) => {
      const stretch = { start: ends[i], end };
      return { ...stretch, claims: [...open(stretch)], mention: named(stretch)[0] };
    });
  }

  // Runs as a tree: {claim, start, nodes} around {mention, text, last} around strings. Spans that overlap without one
  // holding the other are cut; `last` marks the piece of a mention after which its number stands.
  function nest(text, pieces) {
    const root = { nodes: [] };
    let path = [root];
    for (const piece of pieces) {
      let shared = 0;
      while (shared < piece.claims.length && path[shared + 1]?.claim === piece.claims[shared]) shared += 1;
      path = path.slice(0, shared + 1);
      for (const claim of piece.claims.slice(shared)) {
        const node = { claim, start: piece.start, nodes: [] };
        path[path.length - 1].nodes.push(node);
        path.push(node);
      }
      const words = text.slice(piece.start, piece.end);
      const { mention } = piece;
      path[path.length - 1].nodes.push(mention ? { mention, text: words, last: piece.end === mention.end } : words);
    }
    return root.nodes;
  }

  // Blocks of a text as {level, nodes}. Claims and mentions carry `start` and `end` in code points.
  function segment(text, claims, mentions) {
    const at = codeUnits(text);
    const inUnits = (span) => ({ ...span, start: at(span.start), end: at(span.end) });
    const allClaims = inOrder(claims.map(inUnits));
    const [open, named] = [sweep(allClaims), sweep(inOrder(mentions.map(inUnits)))];
    const within = sweep(allClaims);
    const blocks = paragraphs(text).flatMap((block) => pieces(block, block.end - block.start > LONG ? within(block) : []));
    return blocks.map((block) => ({
      level: block.level,
      start: block.start,
      unended: Boolean(block.unended),
      rule: RULE.test(text.slice(block.start, block.end)),
      nodes: nest(text, runs(block, open(block), named(block))),
    }));
  }

  Object.assign(geobrief, { codeUnits, paragraphs, segment, spaced });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
