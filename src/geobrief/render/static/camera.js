"use strict";

// Moves the map, and only where something that the reader asked for is out of view; puts the card where it hides nothing.
(function (geobrief) {
  const COARSE = new Set(["country", "continent", "water"]);
  const EDGE = 30;

  class Camera {
    constructor(map, page, parts) {
      Object.assign(this, { map, page, moved: false, ...parts });
    }

    // The places that the view is for: the finest ones of a claim.
    subjects() {
      const located = this.page.selection.places.filter((place) => place.label);
      const fine = located.filter((place) => !COARSE.has(place.kind));
      return fine.length ? fine : located;
    }

    // Pixels that the card must not cover and the view must hold.
    seen() {
      const { claim } = this.page.selection;
      const flows = this.flows.flows.filter((flow) => flow.claim === claim?.id);
      const discs = this.subjects().map((place) => this.marks.pointOf(place));
      const points = [...discs.map(({ x, y }) => [x, y]), ...flows.flatMap((flow) => flow.points)];
      return points.map((point) => this.map.layerPointToContainerPoint(point)).map(({ x, y }) => [x, y]);
    }

    // Places the open card and, where it has to, moves the map so that the claim's places are beside it.
    stand(card, fresh) {
      const size = this.map.getSize();
      const seen = this.seen();
      const free = geobrief.freeRoom([size.x, size.y], this.placeCard(card, size, seen, fresh));
      if (seen.length && !geobrief.allInside(seen, free, EDGE / 2)) this.moveInto(free, size);
    }

    // The card's box; on a narrow page the style sheet docks it at the lower edge.
    placeCard(card, size, seen, fresh) {
      const area = card.parentElement.getBoundingClientRect();
      card.style.left = card.style.top = "";
      const rect = card.getBoundingClientRect();
      const docked = [rect.left - area.left, rect.top - area.top, rect.right - area.left, rect.bottom - area.top];
      if (geobrief.narrow()) return docked;
      const { place } = this.page.selection;
      const at = place.label ? this.map.layerPointToContainerPoint(this.marks.pointOf(place)) : null;
      const inView = at && at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y;
      const stay = !fresh && this.last && geobrief.allInside(seen, geobrief.freeRoom([size.x, size.y], this.last), 0);
      const box = stay ? this.last : geobrief.cardSpot([rect.width, rect.height], [size.x, size.y], inView ? [at.x, at.y] : null, seen).box;
      this.last = box;
      card.style.left = `${Math.round(box[0])}px`;
      card.style.top = `${Math.round(box[1])}px`;
      return box;
    }

    // Pans at the same zoom if that suffices, else zooms out until the places fit.
    moveInto(free, size) {
      this.moved = true;
      const bounds = L.latLngBounds([]);
      for (const place of this.subjects()) bounds.extend(this.areas.boundsOf(place) || this.marks.homeOf(place)).extend(this.marks.homeOf(place));
      const room = L.point(free[2] - free[0], free[3] - free[1]).subtract([2 * EDGE, 2 * EDGE]);
      const fits = this.map.getBoundsZoom(bounds, false, L.point(size.x, size.y).subtract(room));
      const zoom = Math.min(this.map.getZoom(), fits);
      const middle = this.map.project(bounds.getNorthWest(), zoom).add(this.map.project(bounds.getSouthEast(), zoom)).divideBy(2);
      const offset = L.point((free[0] + free[2]) / 2, (free[1] + free[3]) / 2).subtract(L.point(size.x, size.y).divideBy(2));
      const centre = this.map.unproject(middle.subtract(offset), zoom);
      const animate = !geobrief.reducedMotion();
      this.map.setView(centre, zoom, { animate, duration: 0.24 });
    }

    // The first view: what the brief is about, all of it.
    home() {
      const [west, south, east, north] = this.page.drawn.view;
      const pad = geobrief.narrow() ? 26 : 56;
      this.map.fitBounds([[south, west], [north, east]], { padding: [pad, pad], animate: false, maxZoom: 9 });
    }
  }

  Object.assign(geobrief, { Camera });
})((globalThis.geobrief ??= {}));
