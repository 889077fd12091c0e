"use strict";

// What `geobrief serve` answers beyond the page: all claims of a cell, and an article with its claims. From disk there is none of it.
(function (geobrief) {
  const { element } = geobrief;
  const SIZE = 20;

  async function ask(path, values, { served }) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values))
      for (const each of [value].flat()) if (each !== null && each !== "") query.append(name, each);
    const answer = await fetch(`${path}?${query}`, { headers: { authorization: `Bearer ${served.token}` } });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error);
    return said;
  }

  // A refusal is in the server's own words; that nobody answers is a TypeError in the browser's.
  const told = (error, say) => (error instanceof TypeError ? say("notServed") : error.message);

  // Fills a card with the claims of its cell or movement under the filter, a page at a time.
  function showAll(root, { path, values }, page) {
    const { choice, say, corpus } = page;
    const list = element("div", null);
    const more = element("button", { type: "button", class: "to-text more" }, say("moreClaims"));
    const filter = { ...choice.filter, ...geobrief.wholeBins(corpus.bins, choice.filter) };
    let offset = 0;
    const next = async () => {
      more.disabled = true;
      try {
        const found = await ask(path, { ...values, ...filter, offset, limit: SIZE }, page);
        offset += found.claims.length;
        list.append(...found.claims.map((claim) => servedEntry(claim, root, page)));
        more.hidden = offset >= found.total;
      } catch (error) {
        list.append(element("p", { class: "nothing", role: "alert" }, told(error, say)));
      }
      more.disabled = false;
    };
    more.addEventListener("click", next);
    root.replaceChildren(list, more);
    root.focus();
    return next();
  }

  function servedEntry(claim, root, page) {
    const { document: about } = claim;
    const entry = geobrief.claimEntry({ ...claim, certaintyName: claim.certainty, article: about }, page);
    const read = element("button", { type: "button", class: "to-text" }, page.say("readArticle"));
    read.addEventListener("click", () => showDocument(root, about.id, claim.id, page));
    entry.append(read);
    return entry;
  }

  // The article in place of the claims, the chosen one marked; back leads to where the reader was.
  async function showDocument(root, id, chosen, page) {
    const before = [...root.childNodes];
    const back = element("button", { type: "button", class: "to-text" }, page.say("backToClaims"));
    back.addEventListener("click", () => {
      root.replaceChildren(...before);
      root.focus();
    });
    try {
      const found = await ask(`/api/document/${id.split("/").map(encodeURIComponent).join("/")}`, {}, page);
      const text = element("div", { class: "whole-text", dir: "auto" }, ...markedText(found, chosen));
      root.replaceChildren(back, element("h3", { dir: "auto" }, found.title || page.say("documentUntitled")), text);
      back.focus();
      root.querySelector(".chosen")?.scrollIntoView({ block: "center" });
    } catch (error) {
      root.prepend(element("p", { class: "nothing", role: "alert" }, told(error, page.say)));
    }
  }

  // The text with its claims marked; offsets count code points.
  function markedText({ text, claims }, chosen) {
    const points = [...text];
    const parts = [];
    let at = 0;
    for (const { id, start, end, certainty } of claims) {
      if (start === null || start < at) continue;
      parts.push(points.slice(at, start).join(""));
      const attributes = { class: `${certainty}${id === chosen ? " chosen" : ""}`, "data-claim": id };
      parts.push(element("mark", attributes, points.slice(start, end).join("")));
      at = end;
    }
    return [...parts, points.slice(at).join("")];
  }

  Object.assign(geobrief, { showAll });
})((globalThis.geobrief ??= {}));
