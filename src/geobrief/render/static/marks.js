"use strict";

// The numbered discs. Discs that would lie on one another are moved apart, a hairline leading to the true place.
(function (geobrief) {
  const { element } = geobrief;
  const RADIUS = 13.5;
  const RINGED = 19;

  const DiscIcon = L.Icon.extend({
    createIcon() {
      this._setIconStyles(this.options.node, "icon");
      return this.options.node;
    },
    createShadow() {
      return null;
    },
  });

  // A site whose true ring is too small to see has one drawn round its disc.
  const ringed = (place) => place.symbol === "ring" && !place.ringed;

  class Marks {
    constructor(map, page) {
      this.map = map;
      this.page = page;
      map.createPane("hairlines").style.zIndex = 560;
      this.hairlines = L.layerGroup().addTo(map);
      this.hairRenderer = L.svg({ pane: "hairlines", padding: 0.6 });
      this.marks = page.brief.places.filter((place) => place.label).map((place) => this.make(place));
      for (const mark of this.marks) if (mark.place.disc) mark.marker.addTo(map);
      page.selection.on("select", (selection) => this.select(selection));
      page.selection.on("light", (_, lit) => this.light(lit));
      page.selection.on("filter", (selection) => this.select(selection));
    }

    make(place) {
      const { say, selection } = this.page;
      const label = say("markName", { name: place.name, claims: say("claimCount", { n: place.claims.length }) });
      const kinds = `mark ${place.symbol} ${place.certainty || "unclaimed"}`;
      // The number is drawn by the style sheet: it is no part of what the button is called.
      const attributes = { "data-place": place.id, "data-number": place.number, "aria-label": label };
      const node = element("button", { type: "button", "aria-haspopup": "dialog", ...attributes });
      const home = geobrief.latLng(geobrief.nearPoint(place.label, this.page.drawn.view));
      const icon = new DiscIcon({ node, className: kinds, iconSize: [24, 24], iconAnchor: [12, 12] });
      const marker = L.marker(home, { icon, keyboard: false, riseOnHover: true });
      marker.on("click", () => selection.select({ place: place.id }, { opener: node }));
      const light = () => selection.light({ place: place.id });
      marker.on("mouseover", light).on("mouseout", () => selection.light());
      node.addEventListener("focus", light);
      node.addEventListener("blur", () => selection.light());
      return { place, node, marker, home: L.latLng(home) };
    }

    get shown() {
      return this.marks.filter(({ marker }) => this.map.hasLayer(marker));
    }

    nodeOf(place) {
      return this.marks.find((mark) => mark.place === place && this.map.hasLayer(mark.marker))?.node || null;
    }

    // Where a place's mark is now, in layer pixels; for one without a disc, its true place.
    pointOf(place) {
      const mark = this.marks.find((each) => each.place === place);
      return mark ? this.map.latLngToLayerPoint(mark.marker.getLatLng()) : null;
    }

    homeOf(place) {
      return this.marks.find((each) => each.place === place).home;
    }

    radiusOf(place) {
      return this.nodeOf(place) ? (ringed(place) ? 18 : 12.5) : 4;
    }

    // Moves discs apart for the current zoom.
    spread() {
      const shown = this.shown;
      const homes = shown.map(({ home }) => this.map.latLngToLayerPoint(home));
      const radii = shown.map(({ place }) => (ringed(place) ? RINGED : RADIUS));
      const points = geobrief.spreadApart(
        homes.map(({ x, y }) => [x, y]),
        radii,
      );
      this.hairlines.clearLayers();
      shown.forEach((mark, i) => {
        const moved = Math.hypot(points[i][0] - homes[i].x, points[i][1] - homes[i].y) > 1;
        const at = moved ? this.map.layerPointToLatLng(points[i]) : mark.home;
        mark.marker.setLatLng(at);
        mark.node.classList.toggle("ringed", ringed(mark.place));
        if (moved) this.hairline(mark.home, at);
      });
    }

    hairline(home, at) {
      const options = { renderer: this.hairRenderer, pane: "hairlines", interactive: false };
      L.polyline([home, at], { ...options, className: "hairline" }).addTo(this.hairlines);
      L.circleMarker(home, { ...options, className: "true-place", radius: 2 }).addTo(this.hairlines);
    }

    // A country or sea without a disc takes one while it is chosen; what is filtered out has none.
    select({ claim, places, place: chosen }) {
      for (const { place, marker, node } of this.marks) {
        const wanted = (place.disc && !place.out) || place === chosen;
        if (wanted && !this.map.hasLayer(marker)) marker.addTo(this.map);
        else if (!wanted) marker.remove();
        node.classList.toggle("selected", places.includes(place));
        node.dataset.as = claim && places.includes(place) ? claim.certainty : "";
        marker.setZIndexOffset(place === chosen ? 2000 : places.includes(place) ? 1000 : 0);
      }
    }

    light({ claim, place: pointed }) {
      const places = claim ? claim.places : [pointed];
      for (const { place, node } of this.marks) node.classList.toggle("lit", places.includes(place));
    }
  }

  Object.assign(geobrief, { Marks });
})((globalThis.geobrief ??= {}));
