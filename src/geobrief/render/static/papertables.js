"use strict";

// For paper: the number of each claim in the text, the table of claims and that of places.
(function (geobrief) {
  const { element, disc } = geobrief;

  // In the order of the text; those that no text holds come last, as they are filed.
  function inTextOrder({ documents, claims }) {
    const told = documents.flatMap((document) => [...document.claims].sort((a, b) => a.start - b.start));
    const known = new Set(told);
    return [...told, ...claims.filter((claim) => !known.has(claim))];
  }

  // The number is drawn by the style sheet after the claim's last piece.
  function numberClaims(root, number) {
    const last = new Map();
    for (const node of root.querySelectorAll("a[data-claim]")) last.set(node.dataset.claim, node);
    for (const [id, node] of last) node.dataset.claimNumber = number.get(id) ?? "";
  }

  const cell = (...children) => element("td", null, ...children);
  const numberCell = (...children) => element("th", { scope: "row" }, ...children);

  function table(heading, columns, rows, { say }) {
    const heads = columns.map((name) => element("th", { scope: "col" }, say(name)));
    const head = element("thead", null, element("tr", null, ...heads));
    return [element("h2", null, say(heading)), element("table", null, head, element("tbody", null, ...rows))];
  }

  // Who says it, how much, when, which way; whether a place is only meant.
  function facts(claim, page) {
    const { say, language } = page;
    const { flow } = claim;
    const parts = [
      claim.by,
      ...claim.amounts.map((quantity) => geobrief.formatQuantity(quantity, language)),
      claim.when ? geobrief.formatTime(claim.when, page) : "",
      flow?.from && flow?.to ? say("flow", { from: flow.from.name, to: flow.to.name }) : "",
      claim.inferred.size ? say("inferred") : "",
      claim.note,
    ];
    return parts.filter(Boolean).map((part) => element("div", null, element("bdi", null, part)));
  }

  function claimRow(claim, number, page) {
    const places = claim.places.map((place) => element("div", null, disc(place), " ", element("bdi", null, place.name)));
    const url = claim.url ? element("div", { class: "url" }, claim.url) : null;
    return element(
      "tr",
      null,
      numberCell(String(number)),
      element("td", { class: "quote", dir: "auto", lang: claim.language }, claim.quote),
      cell(geobrief.tag(claim.certainty, page.say)),
      cell(...facts(claim, page), url),
      cell(...places),
    );
  }

  function placeRow(place, number, page) {
    const { say, language } = page;
    const degrees = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    const located = typeof place.lon === "number" && typeof place.lat === "number";
    const where = located ? say("latLon", { lat: degrees.format(place.lat), lon: degrees.format(place.lon) }) : null;
    const note = place.note ? element("div", { dir: "auto" }, place.note) : null;
    const numbers = place.claims.map((claim) => number.get(claim.id)).sort((a, b) => a - b);
    return element(
      "tr",
      null,
      numberCell(disc(place)),
      cell(element("b", { dir: "auto" }, place.name), element("div", null, geobrief.describeKind(place, say))),
      cell(
        where ? element("div", null, where) : null,
        element("div", null, geobrief.exactness(place, page), ...geobrief.provenance(place, say)),
        note,
      ),
      cell(numbers.join(say("comma"))),
    );
  }

  // Fills `root` with the tables, once: they are seen on paper alone.
  function showPaperTables(root, articles, page) {
    if (root.childElementCount || !page.brief.places.length) return;
    const claims = inTextOrder(page.brief);
    const number = new Map(claims.map((claim, i) => [claim.id, i + 1]));
    numberClaims(articles, number);
    const ofClaims = ["columnNumber", "columnClaim", "columnCertainty", "columnFacts", "columnPlaces"];
    const ofPlaces = ["columnNumber", "columnPlaces", "columnCoordinates", "columnClaims"];
    const claimRows = claims.map((claim, i) => claimRow(claim, i + 1, page));
    const placeRows = page.brief.places.map((place) => placeRow(place, number, page));
    if (claimRows.length) root.append(...table("claimTable", ofClaims, claimRows, page));
    root.append(...table("allPlaces", ofPlaces, placeRows, page));
  }

  Object.assign(geobrief, { showPaperTables });
})((globalThis.geobrief ??= {}));
