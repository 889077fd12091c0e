"use strict";

// What a click on the map means while something is being placed or drawn. By keyboard the arrows move the map under a
// cross in its middle, and Enter is a click there.
(function (geobrief) {
  const { element } = geobrief;
  const DEGREES = 5;

  const round = (degrees) => Number(degrees.toFixed(DEGREES));
  // A point of the map as [lon, lat], also where the map has been dragged once round the world.
  const lonLat = (latlng) => {
    const { lng, lat } = latlng.wrap();
    return [round(lng), round(Math.max(-90, Math.min(90, lat)))];
  };

  class MapMode {
    // `done` is called with the points; with `area` there are several, which Enter twice or the button ends.
    constructor({ say, hint, area = false, done }) {
      Object.assign(this, { say, area, done, points: [], line: null, ended: false });
      const finish = area ? [geobrief.button(say("finishArea"), () => this.finish())] : [];
      this.bar = element(
        "div",
        { id: "map-mode", role: "group", "aria-label": hint },
        element("span", { role: "status" }, hint),
        ...finish,
        geobrief.button(say("cancel"), () => this.end()),
      );
      this.cross = element("div", { id: "map-cross", "aria-hidden": "true" });
      this.bar.addEventListener("keydown", (event) => event.key === "Escape" && this.stop(event));
      this.lay();
      this.box.focus({ preventScroll: true });
    }

    // Lays itself over the map that there is now.
    lay() {
      this.map = geobrief.started.map;
      this.box = this.map.getContainer();
      this.listening = new AbortController();
      const options = { capture: true, signal: this.listening.signal };
      this.box.addEventListener("click", (event) => this.click(event), options);
      this.box.addEventListener("keydown", (event) => this.key(event), options);
      this.box.parentElement.append(this.cross, this.bar);
      this.box.setAttribute("tabindex", "0");
      this.box.classList.add("placing");
      if (this.points.length) this.draw();
    }

    // Leaves the map, with what was placed so far.
    lift() {
      this.listening.abort();
      this.line?.remove();
      this.bar.remove();
      this.cross.remove();
      this.box.classList.remove("placing");
    }

    click(event) {
      if (event.target.closest(".leaflet-control")) return;
      event.stopPropagation();
      event.preventDefault();
      if (event.detail > 1) return;
      this.add(this.map.mouseEventToLatLng(event));
    }

    key(event) {
      if (event.key === "Escape") return this.stop(event);
      if (event.target !== this.box) return;
      if (event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        if (event.shiftKey && this.area) this.finish();
        else this.add(this.map.getCenter());
      } else if (event.key === "Backspace" && this.area) {
        this.points.pop();
        this.draw();
      }
    }

    add(latlng) {
      this.points.push(lonLat(latlng));
      if (!this.area) return this.finish();
      this.draw();
    }

    draw() {
      this.line?.remove();
      const shown = this.points.map(([lon, lat]) => geobrief.latLng([lon, lat]));
      this.line = L.polygon(shown, { className: "drawn-area", interactive: false }).addTo(this.map);
    }

    finish() {
      if (this.area && this.points.length < 3) {
        this.bar.querySelector("[role=status]").textContent = this.say("areaNeeds");
        return;
      }
      const { points } = this;
      this.end();
      this.done(this.area ? points : points[0]);
    }

    stop(event) {
      event.preventDefault();
      event.stopPropagation();
      this.end();
    }

    end() {
      this.ended = true;
      this.lift();
    }
  }

  // Where the points of an area turn the other way, RFC 7946 wants them turned round.
  function ringOf(points) {
    const ring = [...points, points[0]];
    let doubled = 0;
    for (let i = 1; i < ring.length; i += 1)
      doubled += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    return doubled < 0 ? ring.reverse() : ring;
  }

  Object.assign(geobrief, { MapMode, lonLat, ringOf });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
