"use strict";

// The two islands as one model in which ids have become references. Nothing here touches the page. What the reader has
// filtered out is `out`, claims and places alike.
(function (geobrief) {
  const COARSE = new Set(["country", "continent", "water"]);

  const byId = (items) => new Map(items.map((item) => [item.id, item]));

  function readPlace(place, drawn, scale) {
    // What Python prepared goes first: an area that 180 degrees cuts is whole there.
    const prepared = geobrief.decodeAreas(drawn?.shape, scale);
    return {
      ...place,
      number: drawn?.number ?? 0,
      symbol: drawn?.symbol ?? "none",
      certainty: drawn?.certainty ?? null,
      radiusKm: drawn?.radius_km ?? 0,
      label: drawn?.label ?? (place.lon === undefined || place.lon === null ? null : [place.lon, place.lat]),
      country: drawn?.country ?? "",
      shape: prepared.length ? prepared : geobrief.areasOf(place.geometry),
      lines: geobrief.linesOf(place.geometry),
      claims: [],
      out: false,
    };
  }

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
      inferred: new Set(claim.inferred || []),
      when: claim.when || null,
      days: geobrief.daysOf(claim.when),
      out: false,
      flow: claim.flow ? { from: place.get(claim.flow.from), to: place.get(claim.flow.to) } : null,
      inText: Number.isInteger(claim.start) && Number.isInteger(claim.end),
    };
  }

  function readDocument(data, claims) {
    return (document) => ({
      title: "",
      text: "",
      ...document,
      claims: claims.filter((claim) => claim.document === document.id && claim.inText),
      mentions: (data.mentions || []).filter((mention) => mention.document === document.id),
    });
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
    const drawn = map.places || {};
    const places = (data.places || []).map((place) => readPlace(place, drawn[place.id], 1000));
    places.sort((a, b) => (a.number || Infinity) - (b.number || Infinity));
    const place = byId(places);
    const claims = (data.claims || []).map((claim) => readClaim(claim, place)).filter((claim) => claim.places.length);
    for (const claim of claims) for (const each of claim.places) each.claims.push(claim);
    for (const each of places) each.disc = needsDisc(each);
    const documents = (data.documents || []).map(readDocument(data, claims));
    const language = new Map(documents.map((document) => [document.id, document.language]));
    for (const claim of claims) claim.language = language.get(claim.document) || null;
    const title = data.title || documents.find((document) => document.title)?.title || "";
    // By date, those without one last.
    documents.sort((a, b) => !a.published - !b.published || (a.published || "").localeCompare(b.published || ""));
    return { title, documents, places, claims, place, claim: byId(claims), group: byGroup(claims) };
  }

  Object.assign(geobrief, { readBrief });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
