"use strict";

// What stands on the map for a place, a numbered disc, and for several too near each other to be told apart, a cluster
// with their count. Both are buttons in markers of Leaflet's.
(function (geobrief) {
  const { element } = geobrief;
  // Certainties that have the colour of another.
  const COLOUR = { attributed: "stated", expected: "possible", doubted: "denied" };

  const NodeIcon = L.Icon.extend({
    createIcon() {
      this._setIconStyles(this.options.node, "icon");
      return this.options.node;
    },
    createShadow() {
      return null;
    },
  });

  function markerOf(node, className, size, at) {
    const icon = new NodeIcon({ node, className, iconSize: [size, size], iconAnchor: [size / 2, size / 2] });
    return L.marker(at, { icon, keyboard: false, riseOnHover: true });
  }

  // "Kursk region, 4 claims": as many as are not filtered out.
  function markName(place, { say }) {
    const n = place.claims.filter((claim) => !claim.out).length;
    return say("markName", { name: place.name, claims: say("claimCount", { n }) });
  }

  // A place's own disc as {node, marker}.
  function makeDisc(place, home, page) {
    const { selection } = page;
    const label = markName(place, page);
    // The number is drawn by the style sheet: it is no part of what the button is called.
    const attributes = { "data-place": place.id, "data-number": place.number, "aria-label": label };
    const node = element("button", { type: "button", "aria-haspopup": "dialog", ...attributes });
    const long = place.number > 999 ? " long" : "";
    const marker = markerOf(node, `mark ${place.symbol} ${place.certainty || "unclaimed"}${long}`, 24, home);
    marker.on("click", () => selection.select({ place: place.id }, { opener: node }));
    const light = () => selection.light({ place: place.id });
    marker.on("mouseover", light).on("mouseout", () => selection.light());
    node.addEventListener("focus", light);
    node.addEventListener("blur", () => selection.light());
    return { node, marker };
  }

  // Numbers as "1.2K"; made once, since it takes long to make.
  let short = null;
  function shortNumber(count, language) {
    short ??= new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
    return short.format(count);
  }

  // Pixels across: a step for each power of ten.
  const clusterSize = (count) => 26 + 5 * Math.min(3, Math.floor(Math.log10(count)));

  // How many of the places are drawn in each colour of certainties, as [certainty, count], the surest first.
  function mixOf(places) {
    const counts = new Map();
    for (const { claims, certainty } of places) {
      const shown = claims.length === 1 ? claims[0].certainty : geobrief.strongest(claims) || certainty;
      counts.set(shown, (counts.get(shown) || 0) + 1);
    }
    const order = [...geobrief.CERTAINTIES].reverse();
    return order.filter((each) => counts.has(each)).map((each) => [each, counts.get(each)]);
  }

  // Gives a cluster a thin ring in shares of the certainties of its places, and says them in words.
  function showMix(node, places, { say }) {
    const mix = mixOf(places);
    const total = mix.reduce((sum, [, count]) => sum + count, 0);
    let at = 0;
    const arcs = mix.map(([certainty, count]) => {
      const from = at;
      at += (100 * count) / total;
      return `var(--${COLOUR[certainty] || certainty}) ${from.toFixed(1)}% ${at.toFixed(1)}%`;
    });
    node.style.setProperty("--mix", arcs.length ? `conic-gradient(${arcs.join(",")})` : "");
    node.title = mix.map(([certainty, n]) => `${say(`certainty_${certainty}`)} ${say("number", { n })}`).join(say("comma"));
  }

  // A cluster as {node, marker}. It bears the id of its foremost place, and how many there are.
  function makeCluster(marks, at, { say, language }, open) {
    const count = marks.length;
    const label = say("clusterName", { places: say("placeCount", { n: count }) });
    const attributes = { "data-place": marks[0].place.id, "data-count": count, "data-number": shortNumber(count, language) };
    const node = element("button", { type: "button", "aria-label": label, ...attributes });
    const marker = markerOf(node, "cluster", clusterSize(count), at);
    marker.on("click", open);
    return { node, marker };
  }

  Object.assign(geobrief, { makeDisc, makeCluster, clusterSize, markName, showMix });
})((globalThis.geobrief ??= {}));
