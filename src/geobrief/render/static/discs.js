"use strict";

// What stands on the map for a place, a numbered disc, and for several too near each other to be told apart, a cluster
// with their count. Both are buttons in markers of Leaflet's.
(function (geobrief) {
  const { element } = geobrief;

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

  // A place's own disc as {node, marker}.
  function makeDisc(place, home, { say, selection }) {
    const label = say("markName", { name: place.name, claims: say("claimCount", { n: place.claims.length }) });
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
  const clusterSize = (count) => 30 + 6 * Math.min(3, Math.floor(Math.log10(count)));

  // A cluster as {node, marker}. It bears the id of its foremost place, and how many there are.
  function makeCluster(places, at, { say, language }, open) {
    const count = places.length;
    const label = say("clusterName", { places: say("placeCount", { n: count }) });
    const attributes = { "data-place": places[0].id, "data-count": count, "data-number": shortNumber(count, language) };
    const node = element("button", { type: "button", "aria-label": label, ...attributes });
    const marker = markerOf(node, "cluster", clusterSize(count), at);
    marker.on("click", open);
    return { node, marker };
  }

  Object.assign(geobrief, { makeDisc, makeCluster, clusterSize });
})((globalThis.geobrief ??= {}));
