"use strict";

// An area on the map while it is edited: its rings, the ring that is being drawn, and a handle on each corner that has
// room for one. Thousands of corners are kept and few are shown; more appear where the map is zoomed in.
(function (geobrief) {
  // Pixels between two handles at least, and the radius of one.
  const APART = 16;
  const RADIUS = 6;

  class AreaDrawing {
    constructor(map) {
      this.map = map;
      this.pane = map.getPane("editing") || map.createPane("editing");
      this.pane.style.zIndex = 640;
      this.renderer = L.svg({ pane: "editing", padding: 0.3 });
      this.layers = [];
      this.shown = [];
    }

    project(corner) {
      return this.map.latLngToContainerPoint(geobrief.latLng(corner));
    }

    // `held` is the corner that is chosen; `ring` the corners of what is being drawn, null where nothing is.
    show({ parts, ring, held }) {
      for (const layer of this.layers) layer.remove();
      this.layers = [];
      const shape = parts.map((rings) => rings.map((corners) => geobrief.latLngs(corners)));
      if (shape.length) this.add(L.polygon(shape, this.options("drawn-area")));
      if (ring?.length) this.add(L.polygon(geobrief.latLngs(ring), this.options("drawn-area drawing")));
      const project = (corner) => this.project(corner);
      const size = this.map.getSize();
      this.shown = ring ? [] : geobrief.shownCorners(parts, project, size, APART, held);
      for (const { part, ring: at, at: i } of this.shown) {
        const chosen = held && held.part === part && held.ring === at && held.at === i;
        this.handle(parts[part][at][i], chosen ? "area-corner held" : "area-corner");
      }
      ring?.forEach((corner) => this.handle(corner, "area-corner"));
    }

    options(className) {
      return { className, interactive: false, renderer: this.renderer, pane: "editing", smoothFactor: 0.5 };
    }

    handle(corner, className) {
      this.add(L.circleMarker(geobrief.latLng(corner), { ...this.options(className), radius: RADIUS }));
    }

    add(layer) {
      this.layers.push(layer.addTo(this.map));
    }

    remove() {
      for (const layer of this.layers) layer.remove();
      this.renderer.remove();
    }
  }

  Object.assign(geobrief, { AreaDrawing });
})((globalThis.geobrief ??= {}));
