"use strict";

// Every word that a reader sees and that is not the brief's own. A message with forms is chosen by plural rule.
(function (geobrief) {
  const en = {
    agrees: "agrees",
    allPlaces: "Places in this brief",
    alsoPlaces: "Also about",
    attribution: "Natural Earth · GeoNames · geobrief",
    beside_agrees: { one: "Said by {n} other too", other: "Said by {n} others too" },
    beside_beside: { one: "Beside {n} other claim of the same", other: "Beside {n} other claims of the same" },
    beside_contradicts: {
      one: "In contradiction with {n} other claim",
      other: "In contradiction with {n} other claims",
    },
    besideFigure: "{figure} ({by})",
    byAuthor: "the author",
    card: "Claims about {name}",
    certainty_attributed: "attributed",
    certainty_claimed: "claimed",
    certainty_denied: "denied",
    certainty_doubted: "doubted",
    certainty_expected: "expected",
    certainty_possible: "possible",
    certainty_reported: "reported",
    certainty_stated: "stated",
    claimCount: { one: "{n} claim", other: "{n} claims" },
    claimOf: "{n} of {of} claims",
    close: "Close",
    coordinatesFrom: "coordinates from {source}",
    contradicts: "contradicts",
    copied: "Copied",
    copyFailed: "Copying is not allowed here; take the link from the address bar.",
    copyLink: "Copy link",
    credits: "Sources",
    creditsText: "Text",
    creditsMap: "Places and shapes",
    dark: "Dark colours",
    documentAfter: "after {publisher}",
    documentUntitled: "Untitled text",
    exactArea: "shown as its whole area",
    exactPoint: "shown at its centre",
    exactRadius: "within about {radius}",
    flow: "From {from} to {to}",
    inferred: "place inferred from the context",
    kind_city: "City or town",
    kind_continent: "Part of the world",
    kind_country: "Country",
    kind_region: "Region",
    kind_site: "Site",
    kind_water: "Water",
    kindIn: "{kind} in {where}",
    legend: "Legend",
    legendRing: "place lies within the ring",
    legendArea: "area meant as a whole",
    map: "Map of the places that the text names",
    markName: "{name}, {claims}",
    nextClaim: "Next claim",
    noClaims: "No claim is tied to this place.",
    noPlaces:
      "This text names no place that geobrief knows, so there is nothing to draw. The text itself is here in full.",
    notLocated: "not located",
    notLocatedLong: "not located: no known coordinates, so it has no mark on the map",
    placeCount: { one: "{n} place", other: "{n} places" },
    previousClaim: "Previous claim",
    separator: " · ",
    sheet: "Text: drag, or press to make it larger or smaller",
    showInText: "Show in the text",
    source_geobrief: "geobrief’s own table",
    source_geonames: "GeoNames {id}",
    text: "Text",
    thisClaim: "this claim",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
  };

  // Search, filters, timeline and articles.
  Object.assign(en, {
    articles: "Articles by date",
    claimsAway: { one: "{n} filtered out", other: "{n} filtered out" },
    claimsFound: { one: "{n} of {of} claims", other: "{n} of {of} claims" },
    clearAll: "Clear all",
    copyQuote: "Copy quote",
    date_from: "From",
    date_to: "To",
    facet_article: "Article",
    facet_certainty: "Certainty",
    facet_date: "Date",
    facet_kind: "Kind of place",
    facet_source: "Source",
    filters: "Filters",
    found: "{claims}, {places}",
    fromDate: "from {date}",
    moreSources: { one: "{n} more: find it by the search", other: "{n} more: find them by the search" },
    nextStep: "Next step in time",
    noArticle: "in no article",
    nothingFound: "Nothing found for “{query}”",
    number: "{n}",
    onlyWith: { one: "Show only the {n} claim with “{query}”", other: "Show only the {n} claims with “{query}”" },
    pause: "Pause",
    play: "Play through time",
    quoted: "“{text}”",
    removeFilter: "Take off the filter: {filter}",
    resultCount: { one: "{n} result", other: "{n} results" },
    search: "Search places, claims, sources",
    searchClaims: "Claims",
    searchPlaces: "Places",
    searchResults: "Search results",
    searchSources: "Sources",
    slider_from: "Start of the time shown",
    slider_to: "End of the time shown",
    timeline: "Timeline of the claims",
    undated: { one: "{n} undated claim", other: "{n} undated claims" },
    undatedAway: { one: "{n} undated claim hidden", other: "{n} undated claims hidden" },
    untilDate: "until {date}",
  });

  const MESSAGES = { en };

  // British dates: "20 June 2025" reads alike everywhere.
  const localeOf = (language) => (!language || language === "en" ? "en-GB" : language);

  // The message in the page's language, with its {names} filled in; numbers are written as the language does.
  function speaker(language) {
    const messages = MESSAGES[(language || "en").split("-")[0]] || en;
    const tag = messages === en ? "en" : language;
    const plural = new Intl.PluralRules(tag);
    const number = new Intl.NumberFormat(tag);
    return function say(key, values = {}) {
      const message = messages[key] ?? en[key];
      if (message === undefined) throw new Error(`No message is called ${key}.`);
      const text = typeof message === "string" ? message : (message[plural.select(values.n)] ?? message.other);
      return text.replace(/\{(\w+)\}/g, (_, name) =>
        typeof values[name] === "number" ? number.format(values[name]) : values[name],
      );
    };
  }

  geobrief.MESSAGES = MESSAGES;
  geobrief.speaker = speaker;
  geobrief.localeOf = localeOf;
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
