"use strict";

// A small map of the world in the corner, with a frame where the view is. It goes when the view is of half the world.
(function (geobrief) {
  const WIDTH = 132;
  // Degrees north and south that it shows.
  const [NORTH, SOUTH] = [80, -56];
  const HEIGHT = Math.round((WIDTH * (NORTH - SOUTH)) / 360);
  const WIDEST = 150;
  const LEAST = 5;

  // Plate carrée, turned so that a view over the 180th meridian is not cut: pixels from degrees.
  function projection(view) {
    const west = view[2] > 180 ? (view[0] + view[2]) / 2 - 180 : -180;
    return {
      west,
      across: (lon) => ((lon - west) * WIDTH) / 360,
      down: (lat) => ((NORTH - lat) * HEIGHT) / (NORTH - SOUTH),
    };
  }

  class Locator {
    constructor(map, page, base) {
      Object.assign(this, { map, base, at: projection(page.drawn.view) });
      const scale = 2;
      this.canvas = geobrief.element("canvas", { width: WIDTH * scale, height: HEIGHT * scale });
      this.frame = geobrief.element("span", { class: "locator-frame" });
      this.node = geobrief.element("div", { class: "locator leaflet-control", "aria-hidden": "true" }, this.canvas, this.frame);
      const control = L.control({ position: `bottom${geobrief.rightToLeft() ? "right" : "left"}` });
      control.onAdd = () => this.node;
      control.addTo(map);
      this.canvas.getContext("2d").scale(scale, scale);
      this.draw();
      map.on("moveend resize", () => this.follow());
      this.follow();
    }

    // The land, once for each theme.
    draw() {
      const pen = this.canvas.getContext("2d");
      pen.fillStyle = geobrief.token("sea");
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      pen.fillStyle = geobrief.token("locator-land");
      for (const turn of this.at.west === -180 ? [0] : [0, 360, -360])
        for (const polygon of this.base.land) {
          pen.beginPath();
          for (const ring of polygon) this.trace(pen, ring, turn);
          pen.fill("evenodd");
        }
    }

    trace(pen, ring, turn) {
      ring.forEach(([lon, lat], i) =>
        pen[i ? "lineTo" : "moveTo"](this.at.across(lon + turn), this.at.down(lat)),
      );
      pen.closePath();
    }

    follow() {
      const bounds = this.map.getBounds();
      const wide = bounds.getEast() - bounds.getWest() > WIDEST;
      this.node.classList.toggle("hidden", wide);
      if (wide) return;
      const turn = 360 * Math.floor((bounds.getCenter().lng - this.at.west) / 360);
      const [left, right] = [bounds.getWest() - turn, bounds.getEast() - turn].map(this.at.across);
      const [top, bottom] = [bounds.getNorth(), bounds.getSouth()].map(this.at.down);
      const [width, height] = [Math.max(LEAST, right - left), Math.max(LEAST, bottom - top)];
      Object.assign(this.frame.style, {
        left: `${(left + right - width) / 2}px`,
        top: `${(top + bottom - height) / 2}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    }
  }

  Object.assign(geobrief, { Locator });
})((globalThis.geobrief ??= {}));
