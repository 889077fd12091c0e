"use strict";

// Which claims pass what the reader has chosen, and how many there would be for each further choice.
(function (geobrief) {
  // Claims have one or several values of each; any of the chosen ones will do.
  const FACETS = ["certainty", "source", "kind", "article"];
  // From denied to stated, as in geobrief/model.py.
  const CERTAINTIES = ["denied", "doubted", "possible", "expected", "claimed", "reported", "attributed", "stated"];
  const KINDS = ["site", "city", "region", "country", "continent", "water"];

  const sourceOf = (claim) => claim.by_name || claim.by;
  // "the NHK" and "NHK" are one source.
  const sourceKey = (name) => geobrief.fold(name).replace(/^the\s+/, "");

  const VALUES = {
    certainty: (claim) => [claim.certainty],
    source: (claim) => [sourceOf(claim)],
    kind: (claim) => [...new Set(claim.places.map((place) => place.kind))],
    article: (claim) => [claim.document || ""],
  };
  const KEYS = { source: sourceKey };

  const noFilter = () => ({ certainty: [], source: [], kind: [], article: [], from: null, to: null, q: "" });

  const isFiltering = (filter) =>
    FACETS.some((name) => filter[name].length) || Boolean(filter.from || filter.to || filter.q);

  // A facet's options, each with how many claims have it, and for each claim the indexes of its own.
  function column(claims, name) {
    const key = KEYS[name] || String;
    const options = [];
    const seen = new Map();
    const indexes = claims.map((claim) =>
      VALUES[name](claim).map((value) => {
        const known = key(value);
        if (!seen.has(known)) seen.set(known, options.push({ value, total: 0 }) - 1);
        options[seen.get(known)].total += 1;
        return seen.get(known);
      }),
    );
    return { name, options, indexes, indexOf: (value) => seen.get(key(value)) };
  }

  function filterIndex(brief) {
    const facets = FACETS.map((name) => column(brief.claims, name));
    return { claims: brief.claims, facets, facet: Object.fromEntries(facets.map((each) => [each.name, each])) };
  }

  // The order in which a facet's options are offered: that of certainties and kinds is fixed, sources by their claims.
  function offered({ name, options }, articles = []) {
    const order = { certainty: [...CERTAINTIES].reverse(), kind: KINDS, article: articles }[name];
    const place = ({ value }) => (order.includes(value) ? order.indexOf(value) : order.length);
    return [...options].sort((a, b) => (order ? place(a) - place(b) : b.total - a.total));
  }

  // A filter as an address may bring it, without what this brief does not have.
  function saneFilter(index, given) {
    const sane = noFilter();
    for (const { name, options, indexOf } of index.facets) {
      const known = (given[name] || []).map(indexOf).filter((each) => each !== undefined);
      sane[name] = [...new Set(known)].map((each) => options[each].value);
    }
    const [from, to] = [geobrief.dayOf(given.from), geobrief.dayOf(given.to, true)];
    const ordered = from === null || to === null || from <= to;
    return { ...sane, from: ordered ? given.from : null, to: ordered ? given.to : null, q: given.q || "" };
  }

  // The filter with one value of a facet taken in or off.
  function toggled(filter, name, value) {
    const rest = filter[name].filter((each) => each !== value);
    return { ...filter, [name]: rest.length < filter[name].length ? rest : [...rest, value] };
  }

  // Whether a claim is of the filter's time; one without a date is of none.
  function dateTest({ from, to }) {
    if (!from && !to) return () => true;
    const [first, last] = [geobrief.dayOf(from) ?? -Infinity, geobrief.dayOf(to, true) ?? Infinity];
    return ({ days }) => Boolean(days) && days[0] <= last && days[1] >= first;
  }

  const NONE = -1;

  // One pass over all claims: `shown` holds a 1 for each that passes, `counts` how many each option would show,
  // given all other filters. A claim counts for a facet where nothing but this facet keeps it out.
  function applyFilter(index, filter, matchesQuery = () => true) {
    const shown = new Uint8Array(index.claims.length);
    const counts = index.facets.map(({ options }) => new Uint32Array(options.length));
    const inTime = dateTest(filter);
    const chosen = index.facets.map(({ name, indexOf }) => filter[name].length && new Set(filter[name].map(indexOf)));
    index.claims.forEach((claim, i) => {
      if (!inTime(claim) || (filter.q && !matchesQuery(i))) return;
      let only = NONE;
      for (let f = 0; f < chosen.length; f += 1) {
        if (!chosen[f] || index.facets[f].indexes[i].some((option) => chosen[f].has(option))) continue;
        if (only !== NONE) return;
        only = f;
      }
      shown[i] = only === NONE ? 1 : 0;
      for (let f = 0; f < chosen.length; f += 1)
        if (only === NONE || only === f) for (const option of index.facets[f].indexes[i]) counts[f][option] += 1;
    });
    return { shown, counts };
  }

  // The certainty that a place is drawn in: the strongest of its claims that are shown.
  function strongest(claims) {
    const ranks = claims.filter((claim) => !claim.out).map((claim) => CERTAINTIES.indexOf(claim.certainty));
    return CERTAINTIES[ranks.reduce((a, b) => Math.max(a, b), -1)] || null;
  }

  Object.assign(geobrief, {
    CERTAINTIES,
    noFilter,
    isFiltering,
    filterIndex,
    offered,
    saneFilter,
    toggled,
    applyFilter,
    strongest,
  });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
