"use strict";

// The two islands as one model in which ids have become references. Nothing here touches the page. What the reader has
// filtered out is `out`, claims and places alike.
(function (geobrief) {
  const COARSE = new Set(["country", "continent", "water"]);

  const byId = (items) => new Map(items.map((item) => [item.id, item]));

  // From what weakens a claim most to what an author states.
  const CERTAINTIES = ["denied", "doubted", "possible", "expected", "claimed", "reported", "attributed", "stated"];

  function readPlace(place, number, drawn, country, scale) {
    // What Python prepared goes first: an area that 180 degrees cuts is whole there.
    const prepared = geobrief.decodeAreas(drawn?.shape, scale);
    return {
      ...place,
      number,
      symbol: drawn?.symbol ?? "point",
      certainty: null,
      radiusKm: drawn?.radius_km ?? 0,
      label: drawn?.label ?? (place.lon === undefined || place.lon === null ? null : [place.lon, place.lat]),
      country: country ?? "",
      shape: prepared.length ? prepared : geobrief.areasOf(place.geometry),
      lines: geobrief.linesOf(place.geometry),
      claims: [],
      out: false,
    };
  }

  // Not the second end of a range: the words of the first tell both.
  const isTold = ({ text, span }, row, all) =>
    !row || !text || text !== all[row - 1].text || `${span}` !== `${all[row - 1].span}`;

  function readClaim(claim, place) {
    const places = (claim.places || []).map((id) => place.get(id)).filter(Boolean);
    return {
      ...claim,
      places,
      by: claim.by || "",
      quote: claim.quote || "",
      certainty: claim.certainty || "stated",
      group: claim.group || "",
      quantities: claim.quantities || [],
      amounts: (claim.quantities || []).filter(isTold),
      inferred: new Set(claim.inferred || []),
      when: claim.when || null,
      days: geobrief.daysOf(claim.when),
      out: false,
      flow: claim.flow ? { ...claim.flow, from: place.get(claim.flow.from), to: place.get(claim.flow.to) } : null,
      inText: Number.isInteger(claim.start) && Number.isInteger(claim.end),
    };
  }

  // The entries of each document, by its id.
  function byDocument(entries) {
    const found = new Map();
    for (const entry of entries) {
      if (!found.has(entry.document)) found.set(entry.document, []);
      found.get(entry.document).push(entry);
    }
    return (document) => found.get(document.id) || [];
  }

  function readDocuments(data, claims, softLines) {
    const claimsOf = byDocument(claims.filter((claim) => claim.inText));
    const mentionsOf = byDocument(data.mentions || []);
    return (data.documents || []).map((document) => ({
      title: "",
      text: "",
      ...document,
      softLines: softLines[document.id],
      claims: claimsOf(document),
      mentions: mentionsOf(document),
    }));
  }

  // Claims by article and place in it; those that no article holds follow as they are filed.
  function inTextOrder(claims, documents) {
    const row = new Map(documents.map(({ id }, i) => [id, i]));
    const article = (claim) => row.get(claim.document) ?? documents.length;
    return [...claims].sort((a, b) => article(a) - article(b) || (a.start ?? Infinity) - (b.start ?? Infinity) || 0);
  }

  // Gives each place its claims; those that move something to or from it lend it their certainty too.
  function fileByPlace(claims) {
    for (const claim of claims) {
      const ends = claim.flow ? [claim.flow.from, claim.flow.to] : [];
      for (const each of claim.places) each.claims.push(claim);
      for (const each of new Set([...claim.places, ...ends]))
        if (each && CERTAINTIES.indexOf(claim.certainty) > CERTAINTIES.indexOf(each.certainty))
          each.certainty = claim.certainty;
    }
  }

  // A country has a disc of its own only where some claim is about nothing finer, or moves something to or from it;
  // a sea has its name alone.
  function needsDisc(place) {
    if (place.label === null || place.kind === "water") return false;
    if (!COARSE.has(place.kind)) return true;
    const coarseOnly = (claim) => claim.places.every((other) => COARSE.has(other.kind));
    const end = (claim) => claim.flow && (claim.flow.from === place || claim.flow.to === place);
    return place.claims.some((claim) => coarseOnly(claim) || end(claim));
  }

  // The claims of each group, in their order.
  function byGroup(claims) {
    const groups = new Map();
    for (const claim of claims) {
      if (!claim.group) continue;
      if (!groups.has(claim.group)) groups.set(claim.group, []);
      groups.get(claim.group).push(claim);
    }
    return groups;
  }

  function readBrief(data, map) {
    const { places: drawn = {}, numbers, countries = {}, soft_lines: softLines = {} } = map;
    const places = (data.places || []).map((place, row) =>
      readPlace(place, numbers ? numbers[row] : row + 1, drawn[place.id], countries[place.country_code], 1000),
    );
    places.sort((a, b) => a.number - b.number);
    const place = byId(places);
    const claims = (data.claims || []).map((claim) => readClaim(claim, place)).filter((claim) => claim.places.length);
    const documents = readDocuments(data, claims, softLines);
    // By date, those without one last.
    documents.sort((a, b) => !a.published - !b.published || (a.published || "").localeCompare(b.published || ""));
    fileByPlace(inTextOrder(claims, documents));
    for (const each of places) each.disc = needsDisc(each);
    const language = new Map(documents.map((document) => [document.id, document.language]));
    for (const claim of claims) claim.language = language.get(claim.document) || null;
    const title = data.title || documents.find((document) => document.title)?.title || "";
    return { title, documents, places, claims, place, claim: byId(claims), group: byGroup(claims) };
  }

  Object.assign(geobrief, { readBrief });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
