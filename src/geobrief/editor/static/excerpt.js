"use strict";

// What is selected in the article as a stretch of its text: its words, and where they stand in code points.
(function (geobrief) {
  const points = (text) => [...text].length;

  // The UTF-16 offset in the document's text of a point of the page; null outside an article's blocks.
  function offsetOf(node, offset) {
    const inside = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = inside?.closest(".article [data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + before.toString().length;
  }

  // The node, and the offset in it, at which a document's text has come to an offset; null where that is not on the page.
  function pointAt(id, offset) {
    const article = document.querySelector(`.article[data-document="${CSS.escape(id)}"]`);
    const blocks = [...(article?.querySelectorAll(":scope > [data-start]") ?? [])];
    const block = blocks.findLast(({ dataset }) => Number(dataset.start) <= offset);
    if (!block) return null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = offset - Number(block.dataset.start);
    while (walker.nextNode()) {
      const { length } = walker.currentNode;
      if (left <= length) return [walker.currentNode, left];
      left -= length;
    }
    return null;
  }

  // What is selected in an article, so that `select` finds it again once the page is drawn anew; null for nothing.
  function selected() {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const article = anchorNode?.parentElement?.closest("[data-document]");
    if (selection.isCollapsed || !article || !article.contains(focusNode)) return null;
    const ends = [offsetOf(anchorNode, anchorOffset), offsetOf(focusNode, focusOffset)];
    return ends.includes(null) ? null : { document: article.dataset.document, ends, words: selection.toString() };
  }

  // Selects it again, if the same words stand there.
  function select(kept) {
    const points = kept?.ends.map((offset) => pointAt(kept.document, offset)) ?? [null];
    if (points.includes(null)) return;
    const selection = document.getSelection();
    selection.setBaseAndExtent(...points[0], ...points[1]);
    if (selection.toString() !== kept.words) selection.removeAllRanges();
  }

  // {document, quote, start, end} of a range, without white space at its ends; null where it is in no article or in two.
  function excerptOf(range, brief) {
    const article = range.startContainer.parentElement?.closest("[data-document]");
    const last = range.endContainer.nodeType === Node.ELEMENT_NODE ? range.endContainer : range.endContainer.parentElement;
    if (!article || !article.contains(last)) return null;
    const found = brief.documents.find(({ id }) => id === article.dataset.document);
    const [from, to] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
    if (!found || from === null) return null;
    // A paragraph that is selected whole ends at the beginning of the next.
    return stretch(found, from, to ?? from + range.toString().length);
  }

  function stretch({ id, text }, from, to) {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const quote = raw.trim();
    if (!quote) return null;
    const start = points(text.slice(0, from + lead));
    return { document: id, quote, start, end: start + points(quote) };
  }

  // The places that are named within an excerpt, in the text's order.
  function namedWithin({ document: id, start, end }, brief) {
    const { mentions } = brief.documents.find((each) => each.id === id);
    const within = mentions.filter((mention) => mention.place && mention.start >= start && mention.end <= end);
    return [...new Set(within.map((mention) => mention.place))];
  }

  Object.assign(geobrief, { excerptOf, selected, select, stretch, namedWithin });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
