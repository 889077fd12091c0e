"use strict";

// Keeps the address and the page alike: a choice makes a step back possible, a move of the map does not.
(function (geobrief) {
  const PAUSE = 250;

  class History {
    constructor(page, map, camera) {
      Object.assign(this, { page, map, camera, waiting: 0 });
      page.selection.on("record", (_, { replace }) => this.write(replace));
      map.on("moveend", () => {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.write(true), PAUSE);
      });
      page.link = () => {
        this.write(true);
        return location.href;
      };
      addEventListener("popstate", () => this.follow(location.hash), { signal: page.ended });
      const first = geobrief.firstAddress();
      if (first) camera.still(() => this.follow(first));
    }

    address() {
      const { selection } = this.page;
      const { claim, place, reading, filter, firstRead } = selection;
      const implied = claim?.places[0] === place;
      return geobrief.formatAddress({
        claim: claim?.id,
        place: implied ? null : place?.id,
        reading: reading === firstRead ? null : reading,
        filter,
        view: this.view(),
      });
    }

    // Where the map is, once something has moved it from its first view.
    view() {
      if (!this.camera.moved) return null;
      const { lng: lon, lat } = this.map.getCenter();
      return { lon, lat, zoom: this.map.getZoom() };
    }

    // A notebook's frame has no address that may be written; in one of another page a step back is the host's.
    write(replace) {
      clearTimeout(this.waiting);
      if (this.page.ended.aborted) return;
      const address = this.address();
      if (address === location.hash) return;
      try {
        history[replace || geobrief.embedded() ? "replaceState" : "pushState"](null, "", address || location.href.replace(/#.*$/, ""));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }

    // Shows what the address says. The view goes first, so that opening a card has nothing to move, and last, in case it did.
    follow(address) {
      const { claim, place, reading, filter, view } = geobrief.parseAddress(address);
      const { selection } = this.page;
      this.look(view);
      selection.setFilter(filter, { record: false });
      selection.select({ claim, place }, { record: false });
      selection.read(reading, { record: false });
      if (selection.claim?.inText && !reading) this.page.showInText(selection.claim, { focus: false, record: false });
      this.look(view);
      clearTimeout(this.waiting);
    }

    look(view) {
      if (!view) return;
      this.camera.moved = this.camera.touched = true;
      this.map.setView(geobrief.latLng([view.lon, view.lat]), view.zoom, { animate: false });
    }
  }

  Object.assign(geobrief, { History });
})((globalThis.geobrief ??= {}));
