"use strict";

// Moves the map, and only where something that the reader asked for is out of view; puts the card where it hides nothing.
(function (geobrief) {
  const MANY = 200;
  const COARSE = new Set(["country", "continent", "water"]);
  // Kept free at the sides (names stand there) and above and below.
  const EDGES = { wide: [64, 36], narrow: [30, 24] };
  // What it costs a card to cover these, where covering a mark costs 12.
  const FURNITURE = { "#legend": 40, ".locator": 8, ".leaflet-control-zoom": 60 };
  // From disc to disc; of a shorter movement nothing is left between them.
  const LEAST_FLOW = 72;
  // Of the next claim so much shows that there is one.
  const GLIMPSE = 48;

  // An element's box, in pixels of the element that frames it.
  function boxOf(node, frame) {
    const [rect, outer] = [node.getBoundingClientRect(), frame.getBoundingClientRect()];
    return [rect.left - outer.left, rect.top - outer.top, rect.right - outer.left, rect.bottom - outer.top];
  }

  function inner(room) {
    const [aside, above] = EDGES[geobrief.narrow() ? "narrow" : "wide"];
    return L.point(Math.max(20, room[2] - room[0] - 2 * aside), Math.max(20, room[3] - room[1] - 2 * above));
  }

  class Camera {
    constructor(map, page, parts) {
      Object.assign(this, { map, page, moved: false, zooming: false, moves: true, ...parts });
      map.on("zoomanim", () => (this.zooming = true));
      map.on("zoomend", () => (this.zooming = false));
    }

    // Does something without motion.
    still(action) {
      this.moves = false;
      action();
      this.moves = true;
    }

    // Now, or when the zoom that is under way has ended: Leaflet would go on to where that one leads.
    atRest(action) {
      if (this.zooming) this.map.once("zoomend", () => this.atRest(action));
      else action();
    }

    // The places that the view is for: the finest ones of a claim.
    subjects() {
      const located = this.page.selection.places.filter((place) => place.label);
      const fine = located.filter((place) => !COARSE.has(place.kind));
      return fine.length ? fine : located;
    }

    // The countries of a claim that hold none of these: what tells of Damascus and Oman shows both.
    abroad() {
      const subjects = this.subjects();
      return this.page.selection.places.filter(
        ({ kind, label, country_code: code }) =>
          label && kind === "country" && subjects.every((place) => place.country_code !== code),
      );
    }

    get ownFlows() {
      const { claim } = this.page.selection;
      return this.flows.flows.filter((flow) => flow.claim === claim?.id);
    }

    // Pixels that the card must not cover and the view must hold.
    seen() {
      const discs = [...this.subjects(), ...this.abroad()].map((place) => this.marks.pointOf(place));
      return this.pixels([...discs, ...this.ownFlows.flatMap((flow) => flow.points)]);
    }

    // How many times closer the map has to be for the claim's movements to have room between their discs.
    closer() {
      const spans = this.ownFlows.map(({ from, to }) => {
        const [a, b] = [from, to].map((place) => this.map.project(this.marks.homeOf(place)));
        return a.distanceTo(b);
      });
      return Math.max(1, LEAST_FLOW / Math.min(LEAST_FLOW, ...spans.filter(Boolean)));
    }

    // Layer points as [x, y] from the map's upper left.
    pixels(points) {
      return points.map((point) => this.map.layerPointToContainerPoint(point)).map(({ x, y }) => [x, y]);
    }

    // Places the open card and, where it has to, moves the map so that the claim's places are beside it.
    stand(card, fresh) {
      const { x, y } = this.map.getSize();
      const seen = this.seen();
      const inView = geobrief.allInside(seen, [0, 0, x, y], 15);
      const box = geobrief.narrow()
        ? boxOf(card, card.parentElement)
        : this.placeCard(card, [x, y], inView ? seen : null, fresh);
      const boxes = [box, ...this.legend()];
      const closer = this.closer();
      if (!seen.length || (inView && closer === 1 && !geobrief.covers(boxes, seen))) return;
      this.moved = true;
      // Marks that were moved apart are not so from closer by.
      const homes = [...this.abroad(), ...this.ownFlows.flatMap(({ from, to }) => [from, to])];
      const bounds = L.latLngBounds(
        closer > 1
          ? homes.map((place) => this.marks.homeOf(place))
          : seen.map((point) => this.map.containerPointToLatLng(point)),
      );
      for (const place of this.subjects()) bounds.extend(this.areas.boundsOf(place) || this.marks.homeOf(place));
      this.fit(bounds, boxes, { most: this.map.getScaleZoom(closer), animate: this.moves && !geobrief.reducedMotion() });
    }

    // Beside the mark, or docked where what is to be seen is out of view; it stays where it is while it hides nothing
    // and shows its claim whole.
    placeCard(card, size, seen, fresh) {
      const { width, heights } = this.measured(card);
      const least = heights[heights.length - 1];
      const low = this.box && this.box[3] - this.box[1] < least - 1;
      if (fresh || !this.box || low || !seen || geobrief.covers([this.box], seen))
        this.box = this.spot(width, heights, size, seen);
      const [left, top, , bottom] = this.box.map(Math.round);
      Object.assign(card.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${bottom - top}px` });
      return this.box;
    }

    // The card's width, and the heights that serve it: all that it may take, the chosen claim (or the first) whole with
    // a glimpse of the next, that claim alone.
    measured(card) {
      const kept = card.style.maxHeight;
      card.style.maxHeight = "";
      const { width, height } = card.getBoundingClientRect();
      const claims = card.querySelector(".claims");
      const claim = claims.querySelector(".current") || claims.querySelector(".card-claim:not([hidden])");
      const rest = height - claims.offsetHeight;
      card.style.maxHeight = kept;
      if (!claim) return { width, heights: [height] };
      const whole = Math.min(height, Math.ceil(rest + claim.offsetHeight));
      return { width, heights: [...new Set([height, Math.min(height, whole + GLIMPSE), whole])] };
    }

    // A lower card is better than a map that moves; where it has to move, it needs the room.
    spot(width, heights, size, seen) {
      const mirrored = geobrief.rightToLeft();
      const docked = () => geobrief.dock(width, heights[Math.min(1, heights.length - 1)], size[0], mirrored);
      if (!seen) return docked();
      const { place } = this.page.selection;
      const mark = place.label ? this.pixels([this.marks.pointOf(place)])[0] : null;
      const discs = this.marks.shown.map((each) => this.marks.pointOf(each.place));
      const lines = this.flows.flows.flatMap((flow) => this.flows.visible(flow).filter((_, i) => i % 8 === 0));
      const rest = { marks: this.pixels(discs), points: this.pixels(lines), boxes: this.furniture() };
      const find = (avoided) => geobrief.cardSpot(width, heights, size, mark, avoided, rest, mirrored);
      return find([...seen, ...this.related()]) || find(seen) || docked();
    }

    // What else lies on the map, and what it costs to cover it.
    furniture() {
      const frame = this.map.getContainer().parentElement;
      return Object.entries(FURNITURE).flatMap(([name, cost]) => {
        const node = frame.querySelector(name);
        return node?.offsetWidth ? [{ box: boxOf(node, frame), cost }] : [];
      });
    }

    // Pixels for which the map is not moved, but which the card had better not cover: countries, a place's own flows.
    related() {
      const { claim, place, places } = this.page.selection;
      const discs = this.marks.shown.filter((mark) => places.includes(mark.place));
      const flows = claim ? [] : this.flows.flows.filter((flow) => flow.from === place || flow.to === place);
      return this.pixels([
        ...discs.map((mark) => this.marks.pointOf(mark.place)),
        ...flows.flatMap((flow) => flow.points),
      ]);
    }

    // On a wide page the open legend hides what is under it; on a narrow one it is folded.
    legend() {
      const node = this.map.getContainer().parentElement.querySelector("#legend");
      return node.offsetWidth && !geobrief.narrow() ? [boxOf(node, node.parentElement)] : [];
    }

    // Fits bounds into the room between the boxes that shows them largest, zooming in to `most` and no further.
    fit(bounds, boxes, { most, animate }) {
      const whole = this.map.getSize();
      const rooms = geobrief.freeRooms([whole.x, whole.y], boxes);
      const zoomFor = (room) => Math.min(most, this.map.getBoundsZoom(bounds, false, whole.subtract(inner(room))));
      const fits = (rooms.length ? rooms : [[0, 0, whole.x, whole.y]]).map((room) => ({ room, zoom: zoomFor(room) }));
      const { room, zoom } = fits.reduce((best, each) => (each.zoom > best.zoom ? each : best));
      const middle = this.map
        .project(bounds.getNorthWest(), zoom)
        .add(this.map.project(bounds.getSouthEast(), zoom))
        .divideBy(2);
      const offset = L.point((room[0] + room[2]) / 2, (room[1] + room[3]) / 2).subtract(whole.divideBy(2));
      this.map.setView(this.map.unproject(middle.subtract(offset), zoom), zoom, { animate, duration: 0.24 });
    }

    // A map of the world needs no room at its sides: it goes on there.
    fillWidth() {
      const zoom = Math.log2(this.map.getSize().x / 256);
      if (zoom > this.map.getZoom()) this.map.setZoom(Math.min(zoom, this.map.getZoom() + 1), { animate: false });
    }

    // The first view; it is followed as long as no other script, as that of a folium layer, has zoomed the map.
    home() {
      this.showAll();
      this.homeZoom = this.map.getZoom();
    }

    zoomedByOthers() {
      return this.map.getZoom() !== this.homeZoom;
    }

    // What the brief is about, all of it, in the middle unless the legend would hide some.
    showAll() {
      const { brief, drawn } = this.page;
      const [west, south, east, north] = drawn.view;
      const bounds = L.latLngBounds([
        [south, west],
        [north, east],
      ]);
      this.fit(bounds, [], { most: 9, animate: false });
      if (east - west >= 360) this.fillWidth();
      const located = brief.places.filter((place) => place.label);
      // Where there are many, some are behind the legend wherever it is.
      if (located.length > MANY) return;
      const points = located.map((place) => geobrief.latLng(geobrief.nearPoint(place.label, drawn.view)));
      const pixels = points.map((point) => this.map.latLngToContainerPoint(point)).map(({ x, y }) => [x, y]);
      if (geobrief.covers(this.legend(), pixels)) this.fit(bounds, this.legend(), { most: 9, animate: false });
    }
  }

  Object.assign(geobrief, { Camera, boxOf });
})((globalThis.geobrief ??= {}));
