"use strict";

// Land, water and lines under everything else: packaged vector data on one canvas that takes no clicks.
(function (geobrief) {
  const REGIONS_FROM = 4.5;
  // Bottom to top; colours are tokens of the style sheet.
  const STYLES = {
    land: { fill: "land", stroke: "land", weight: 0.8 },
    regions: { stroke: "region-line", weight: 0.7 },
    lakes: { fill: "sea", stroke: "coast", weight: 0.5 },
    rivers: { stroke: "river", weight: 0.9 },
    coast: { stroke: "coast", weight: 0.8 },
    borders: { stroke: "border", weight: 0.9 },
    disputed: { stroke: "border", weight: 0.9, dashArray: "4 3" },
  };

  // The coarse or the fine half of the base map as lists of [lon, lat].
  function decodeBase(part, edges) {
    const { scale } = part;
    const land = geobrief.decodeAreas(part.land, scale);
    const decoded = {
      land,
      lakes: geobrief.decodeAreas(part.lakes, scale),
      coast: geobrief.coast(land, { ...edges, tolerance: 1.5 / scale }),
    };
    for (const name of ["rivers", "borders", "disputed", "regions"])
      decoded[name] = geobrief.decodeLines(part[name], scale);
    return decoded;
  }

  class BaseMap {
    // `renderer` makes the renderer: a canvas is quick, SVG prints sharp.
    constructor(map, base, view, renderer = L.canvas) {
      this.map = map;
      this.layers = [];
      const pane = map.getPane("base") || map.createPane("base");
      pane.style.zIndex = 150;
      this.renderer = renderer({ pane: "base", padding: 0.3 });
      this.shown = true;
      const boxes = base.detail?.boxes || [];
      const edges = {
        lons: [...new Set([-180, 180, ...boxes.flatMap(([west, , east]) => [west, east, east - 360, west + 360])])],
        lats: [...new Set([-90, ...boxes.flatMap(([, south, , north]) => [south, north])])],
      };
      const halves = [base, base.detail].filter(Boolean).map((part) => decodeBase(part, edges));
      this.land = halves.flatMap((half) => half.land);
      this.halves = halves;
      this.turns = [];
      this.addTurns(geobrief.copies(view));
      map.on("zoomend", () => this.showRegions());
      map.on("moveend", () => this.goOn());
      this.showRegions();
    }

    addTurns(turns) {
      for (const name of Object.keys(STYLES))
        for (const half of this.halves) for (const turn of turns) this.add(name, half[name], turn);
      this.turns.push(...turns);
    }

    // The map goes on where a reader comes to see beyond its edge.
    goOn() {
      if (!this.shown) return;
      const [west, east] = [this.map.getBounds().getWest(), this.map.getBounds().getEast()];
      const seen = [-360, 360].filter((turn) => (turn < 0 ? west < -180 : east > 180) && !this.turns.includes(turn));
      if (!seen.length) return;
      this.addTurns(seen);
      this.showRegions();
    }

    add(name, shapes, turn) {
      if (!shapes.length) return;
      const areas = name === "land" || name === "lakes";
      const points = areas
        ? shapes.map((polygon) => polygon.map((ring) => geobrief.latLngs(ring, turn)))
        : shapes.map((line) => geobrief.latLngs(line, turn));
      const options = {
        renderer: this.renderer,
        pane: "base",
        interactive: false,
        smoothFactor: 0.6,
        ...this.style(name),
      };
      const layer = areas ? L.polygon(points, options) : L.polyline(points, options);
      this.layers.push({ name, layer });
      if (name !== "regions") layer.addTo(this.map);
    }

    style(name) {
      const { fill, stroke, weight, dashArray = null } = STYLES[name];
      return {
        color: geobrief.token(stroke),
        weight,
        dashArray,
        fill: Boolean(fill),
        fillColor: fill && geobrief.token(fill),
        fillOpacity: 1,
      };
    }

    // First-level lines are clutter on a map of the world: they come with the zoom.
    showRegions() {
      if (!this.shown) return;
      for (const { layer } of this.layers.filter(({ name }) => name === "regions")) {
        if (this.map.getZoom() < REGIONS_FROM) layer.remove();
        else if (!this.map.hasLayer(layer)) layer.addTo(this.map).bringToFront();
      }
    }

    hide() {
      this.shown = false;
      for (const { layer } of this.layers) layer.remove();
      // An empty canvas would be printed as white paper.
      this.renderer.remove();
    }

    show() {
      if (this.shown) return;
      this.shown = true;
      for (const { name, layer } of this.layers) if (name !== "regions") layer.addTo(this.map);
      this.showRegions();
    }

    // Takes the colours of a theme that has changed.
    restyle() {
      for (const { name, layer } of this.layers) layer.setStyle(this.style(name));
      this.locator?.draw();
    }
  }

  Object.assign(geobrief, { BaseMap });
})((globalThis.geobrief ??= {}));
