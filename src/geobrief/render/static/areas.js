"use strict";

// Regions, countries and waters as the areas they are, sites as the ring within which they lie.
(function (geobrief) {
  const RING_FROM = 17;
  const SMALL = 90;

  class Areas {
    constructor(map, page) {
      this.map = map;
      this.page = page;
      this.layers = [];
      // Created after Leaflet's own panes, so that a mark comes before its area in the order of the page.
      const pane = map.createPane("areas");
      pane.style.zIndex = 400;
      this.renderer = L.svg({ pane: "areas", padding: 0.6 });
      for (const place of page.brief.places) this.add(place);
      map.on("zoomend", () => this.suitZoom());
      this.suitZoom();
      page.selection.on("select", (selection) => this.mark("selected", selection));
      page.selection.on("light", (_, lit) => this.mark("lit", lit));
      page.selection.on("filter", (_, { claims }) => this.filter(claims));
    }

    add(place) {
      const { view } = this.page.drawn;
      const options = {
        renderer: this.renderer,
        pane: "areas",
        smoothFactor: 0.6,
        interactive: place.symbol === "area" || place.symbol === "ring",
      };
      if (place.shape.length) this.addShape(place, geobrief.nearAreas(place.shape, view), options);
      if (place.lines.length)
        this.draw(
          place,
          L.polyline(
            place.lines.map((line) => geobrief.latLngs(line)),
            { ...options, fill: false },
          ),
          "line",
        );
      if (place.symbol === "ring" && place.label && place.radiusKm) {
        const centre = geobrief.latLng(geobrief.nearPoint(place.label, view));
        this.draw(place, L.circle(centre, { ...options, radius: place.radiusKm * 1000 }), "ring");
      }
    }

    // A shape that the 180th meridian cuts is outlined apart from its fill: there is no border along the cut.
    addShape(place, areas, options) {
      const cut = areas.flat(2).some(([lon]) => Math.abs(lon) === 180);
      const lines =
        cut && place.symbol === "area" ? geobrief.coast(areas, { lons: [-180, 180], lats: [], tolerance: 1e-6 }) : [];
      const rings = areas.map((polygon) => polygon.map((ring) => geobrief.latLngs(ring)));
      this.draw(place, L.polygon(rings, options), lines.length ? "area inner" : place.symbol);
      if (lines.length)
        this.draw(
          place,
          L.polyline(
            lines.map((line) => geobrief.latLngs(line)),
            { ...options, interactive: false },
          ),
          "area outline",
        );
    }

    draw(place, layer, symbol) {
      layer.addTo(this.map);
      const node = layer.getElement();
      node.setAttribute(
        "class",
        `area ${symbol} ${place.certainty || "unclaimed"}${layer.options.interactive ? " leaflet-interactive" : ""}`,
      );
      node.setAttribute("data-place", place.id);
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.page.selection.select({ place: place.id }, { opener: this.page.markOf(place) });
      });
      layer.on("mouseover", () => this.page.selection.light({ place: place.id }));
      layer.on("mouseout", () => this.page.selection.light());
      this.layers.push({ place, layer, node, symbol });
    }

    // A small outline takes small dashes; a ring that would vanish under its disc is drawn round the disc by the disc itself.
    suitZoom() {
      for (const { layer, node, place, symbol } of this.layers) {
        if (symbol.startsWith("area")) node.classList.toggle("small", this.pixels(layer) < SMALL);
        if (symbol !== "ring") continue;
        const wide = layer._radius >= RING_FROM;
        node.classList.toggle("hidden", !wide);
        place.ringed = wide;
      }
    }

    pixels(layer) {
      const bounds = layer.getBounds();
      return this.map
        .latLngToLayerPoint(bounds.getNorthWest())
        .distanceTo(this.map.latLngToLayerPoint(bounds.getSouthEast()));
    }

    mark(name, chosen) {
      const places = new Set(chosen.claim ? chosen.claim.places : [chosen.place]);
      for (const { place, node } of this.layers) {
        node.classList.toggle(name, places.has(place));
        if (name === "selected") node.dataset.as = chosen.claim && places.has(place) ? chosen.claim.certainty : "";
      }
    }

    // What is filtered out is not drawn; the rest in the manner of its strongest claim that is shown.
    filter(claims) {
      if (!this.layers.length) return;
      const touched = new Set(claims.flatMap((claim) => claim.places));
      for (const { place, node } of this.layers) {
        node.classList.toggle("away", place.out);
        if (!touched.has(place) || place.out) continue;
        node.classList.remove(...geobrief.CERTAINTIES);
        node.classList.add(geobrief.strongest(place.claims));
      }
    }

    // Degrees that a place covers, for the camera; null where it is a mere point.
    boundsOf(place) {
      const found = this.layers.filter((each) => each.place === place).map((each) => each.layer.getBounds());
      return found.length ? found.reduce((all, bounds) => all.extend(bounds), L.latLngBounds([])) : null;
    }
  }

  Object.assign(geobrief, { Areas });
})((globalThis.geobrief ??= {}));
