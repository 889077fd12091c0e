"use strict";

// What a click on the map means while something is being placed. By keyboard the arrows move the map under a cross in
// its middle, and Enter is a click there.
(function (geobrief) {
  const { element } = geobrief;
  const DEGREES = 5;
  // Pixels that a click may stray before it is a drag of the map.
  const STEADY = 6;

  const round = (degrees) => Number(degrees.toFixed(DEGREES));
  // A point of the map as [lon, lat], wherever the map has been dragged to: the longitude runs on past 180.
  const runningOn = ({ lng, lat }) => [round(lng), round(Math.max(-90, Math.min(90, lat)))];
  // The same once round the world and no further.
  const lonLat = (latlng) => runningOn(latlng.wrap());

  // Places one point, which `done` is called with. `lay` begins it.
  class MapMode {
    // `hint` says what to do by pointer, `keys` by keyboard.
    constructor({ say, hint, keys, done }) {
      Object.assign(this, { say, done, ended: false, pressed: null });
      this.status = element("span", { role: "status" }, hint);
      this.bar = element(
        "div",
        { id: "map-mode", role: "group", "aria-label": hint },
        this.status,
        element("small", { class: "keys" }, keys),
        ...this.buttons(),
        geobrief.button(say("cancel"), () => this.end()),
      );
      this.cross = element("div", { id: "map-cross", "aria-hidden": "true" });
      this.bar.addEventListener("keydown", (event) => event.key === "Escape" && this.stop(event));
    }

    buttons() {
      return [];
    }

    tell(text) {
      this.status.textContent = text;
    }

    // Lays itself over the map that there is now.
    lay() {
      this.map = geobrief.started.map;
      this.box = this.map.getContainer();
      this.listening = new AbortController();
      this.listen({ capture: true, signal: this.listening.signal });
      this.box.parentElement.append(this.cross, this.bar);
      this.box.setAttribute("tabindex", "0");
      this.box.classList.add("placing");
      if (!this.bar.contains(document.activeElement)) this.box.focus({ preventScroll: true });
    }

    listen(options) {
      this.box.addEventListener("pointerdown", (event) => this.press(event), options);
      this.box.addEventListener("click", (event) => this.click(event), options);
      this.box.addEventListener("keydown", (event) => this.key(event), options);
    }

    // Leaves the map, with what was placed so far.
    lift() {
      this.listening.abort();
      this.bar.remove();
      this.cross.remove();
      this.box.classList.remove("placing");
    }

    press(event) {
      this.pressed = { x: event.clientX, y: event.clientY };
    }

    // A click at which the pointer stayed where it was pressed; the end of a drag of the map is none.
    click(event) {
      if (event.target.closest(".leaflet-control")) return;
      event.stopPropagation();
      event.preventDefault();
      const { x, y } = this.pressed || { x: event.clientX, y: event.clientY };
      if (event.detail > 1 || Math.hypot(event.clientX - x, event.clientY - y) > STEADY) return;
      this.clicked(event);
    }

    clicked(event) {
      this.add(this.map.mouseEventToLatLng(event));
    }

    key(event) {
      if (event.key === "Escape") this.stop(event);
      else if (event.target === this.box && this.typed(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    }

    // Says whether a key meant something here.
    typed(event) {
      if (event.key !== "Enter") return false;
      this.add(this.map.getCenter());
      return true;
    }

    add(latlng) {
      this.end();
      this.done(lonLat(latlng));
    }

    stop(event) {
      event.preventDefault();
      event.stopPropagation();
      this.end();
    }

    end() {
      if (this.ended) return;
      this.ended = true;
      this.lift();
    }
  }

  Object.assign(geobrief, { MapMode, lonLat, runningOn });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
