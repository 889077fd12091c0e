"use strict";

// The marks on the map. Few discs that would lie on one another are moved apart, a hairline leading to the true place;
// of many, those too near each other are one cluster, which a click takes apart.
(function (geobrief) {
  const RADIUS = 13.5;
  const RINGED = 19;
  // With more discs than these in view, clusters are made.
  const FEW = 48;
  // Pixels between clusters, more or less.
  const CELL = 60;
  // Of places on one spot no more than these are laid out around it.
  const MOST_AROUND = 120;
  // How far around the view, in parts of it, marks are there, so that a dragged map shows them.
  const AROUND = 0.2;
  const CLOSEST = 12;

  // A site whose true ring is too small to see has one drawn round its disc.
  const ringed = (place) => place.symbol === "ring" && !place.ringed;

  class Marks {
    constructor(map, page) {
      Object.assign(this, { map, page, drawn: new Map(), itemOf: new Map(), opened: null });
      map.createPane("hairlines").style.zIndex = 560;
      this.hairlines = L.layerGroup().addTo(map);
      this.hairRenderer = L.svg({ pane: "hairlines", padding: 0.6 });
      this.all = page.brief.places.filter((place) => place.label).map((place) => this.locate(place));
      this.of = new Map(this.all.map((mark) => [mark.place, mark]));
      map.on("zoomstart click", () => (this.opened = null));
      page.selection.on("select", () => this.mark());
      page.selection.on("light", (_, lit) => this.light(lit));
    }

    // A place with where it is: as Leaflet knows it, and in pixels of a world 256 wide.
    locate(place) {
      const home = L.latLng(geobrief.latLng(geobrief.nearPoint(place.label, this.page.drawn.view)));
      const { x, y } = this.map.project(home, 0);
      return { place, home, x, y };
    }

    // Discs that stand for one place each.
    get shown() {
      return [...this.drawn.values()].filter(({ place }) => place);
    }

    // The disc of a place, or the cluster that it is in, while there is one on the map.
    nodeOf(place) {
      return this.itemOf.get(place)?.node || null;
    }

    // Where a place's mark is now, in layer pixels; for one without a mark, its true place.
    pointOf(place) {
      const at = this.itemOf.get(place)?.marker.getLatLng() || this.of.get(place)?.home;
      return at ? this.map.latLngToLayerPoint(at) : null;
    }

    homeOf(place) {
      return this.of.get(place).home;
    }

    radiusOf(place) {
      const item = this.itemOf.get(place);
      if (!item) return 4;
      return item.place ? (ringed(place) ? 18 : 12.5) : geobrief.clusterSize(item.places.length) / 2 + 1;
    }

    // Puts the marks of the current view where they belong.
    layout() {
      const groups = this.groups();
      const radii = groups.map(({ marks }) =>
        marks.length > 1 ? geobrief.clusterSize(marks.length) / 2 + 1 : ringed(marks[0].place) ? RINGED : RADIUS,
      );
      const points = geobrief.spreadApart(
        groups.map(({ at }) => at),
        radii,
      );
      this.hairlines.clearLayers();
      const kept = new Map();
      this.itemOf = new Map();
      groups.forEach((group, i) => {
        const [key, item] = this.item(group);
        kept.set(key, item);
        for (const { place } of group.marks) this.itemOf.set(place, item);
        this.put(item, group, points[i]);
      });
      for (const [key, { marker }] of this.drawn) if (kept.get(key)?.marker !== marker) marker.remove();
      this.drawn = kept;
      this.mark();
      this.restoreFocus();
    }

    // What is to be drawn as {marks, home, at}: `at` in layer pixels, `home` of the place or of a cluster's middle.
    groups() {
      const { selection } = this.page;
      const chosen = new Set(selection.places);
      // A country or sea without a disc takes one while it is chosen; what is filtered out has none.
      const wanted = this.all.filter(({ place }) => (place.disc && !place.out) || place === selection.place);
      const visible = wanted.length > FEW ? this.inView(wanted) : wanted;
      const alone = visible.length > FEW ? visible.filter(({ place }) => chosen.has(place)) : visible;
      const opened = visible.length > FEW ? visible.filter((mark) => this.opened?.has(mark)) : [];
      const apart = new Set([...alone, ...opened]);
      const rest = visible.filter((mark) => !apart.has(mark));
      return [...this.gathered(rest), ...alone.map((mark) => this.single(mark)), ...this.laidOut(opened, chosen)];
    }

    get scale() {
      return this.map.getZoomScale(this.map.getZoom(), 0);
    }

    inView(marks) {
      const { min, max } = this.map.getPixelBounds();
      const [x, y] = [(max.x - min.x) * AROUND, (max.y - min.y) * AROUND];
      const scale = this.scale;
      const [west, east, north, south] = [min.x - x, max.x + x, min.y - y, max.y + y].map((pixels) => pixels / scale);
      return marks.filter((mark) => mark.x >= west && mark.x <= east && mark.y >= north && mark.y <= south);
    }

    single(mark) {
      const { x, y } = this.map.latLngToLayerPoint(mark.home);
      return { marks: [mark], home: mark.home, at: [x, y] };
    }

    gathered(marks) {
      const scale = this.scale;
      const found = geobrief.clusters(
        marks.map(({ x, y }) => [x * scale, y * scale]),
        CELL,
      );
      const origin = this.map.getPixelOrigin();
      return found.map(({ x, y, members }) => {
        if (members.length === 1) return this.single(marks[members[0]]);
        const home = this.map.unproject([x, y], this.map.getZoom());
        return { marks: members.map((member) => marks[member]), home, at: [x - origin.x, y - origin.y] };
      });
    }

    // The places of a cluster that was opened, around their spot.
    laidOut(marks, chosen) {
      const free = marks.filter(({ place }) => !chosen.has(place));
      const spots = free.length ? geobrief.around(free.length, 2 * RADIUS + 2) : [];
      return free.map((mark, i) => {
        const { home, at } = this.single(mark);
        return { marks: [mark], home, at: [at[0] + spots[i][0], at[1] + spots[i][1]] };
      });
    }

    // The disc or cluster of a group, made where there is none yet.
    item({ marks, home }) {
      if (marks.length === 1) {
        const { place } = marks[0];
        return [place, this.drawn.get(place) || { place, ...geobrief.makeDisc(place, home, this.page) }];
      }
      const key = `${marks[0].place.id}\n${marks.length}`;
      const places = marks.map(({ place }) => place);
      const open = () => this.open(marks);
      return [key, this.drawn.get(key) || { places, ...geobrief.makeCluster(places, home, this.page, open) }];
    }

    put(item, { marks, home, at }, point) {
      const { x, y } = this.map.latLngToLayerPoint(home);
      const moved = marks.length === 1 && Math.hypot(point[0] - x, point[1] - y) > 1;
      const shifted = moved || Math.hypot(point[0] - at[0], point[1] - at[1]) > 1;
      item.marker.setLatLng(shifted ? this.map.layerPointToLatLng(point) : home);
      if (!this.map.hasLayer(item.marker)) item.marker.addTo(this.map);
      item.node.classList.toggle("ringed", marks.length === 1 && ringed(item.place));
      if (moved) this.hairline(home, item.marker.getLatLng());
    }

    hairline(home, at) {
      const options = { renderer: this.hairRenderer, pane: "hairlines", interactive: false };
      L.polyline([home, at], { ...options, className: "hairline" }).addTo(this.hairlines);
      L.circleMarker(home, { ...options, className: "true-place", radius: 2 }).addTo(this.hairlines);
    }

    // Takes a cluster apart: nearer where that helps, around their spot where all lie on one.
    open(marks) {
      const bounds = L.latLngBounds(marks.map(({ home }) => home));
      const zoom = Math.min(CLOSEST, this.map.getBoundsZoom(bounds, false, L.point(80, 80)));
      this.refocus = marks[0].place;
      if (zoom > this.map.getZoom() + 0.2) {
        this.map.setView(bounds.getCenter(), zoom, { animate: !geobrief.reducedMotion() });
        return;
      }
      this.opened = new Set(marks.slice(0, MOST_AROUND));
      this.page.layout();
    }

    // A cluster that had the focus hands it to what stands in its place.
    restoreFocus() {
      const node = this.refocus && this.nodeOf(this.refocus);
      if (node && document.activeElement === document.body) node.focus({ preventScroll: true });
      if (node) this.refocus = null;
    }

    mark() {
      const { claim, places, place: chosen } = this.page.selection;
      for (const { place, node, marker } of this.shown) {
        node.classList.toggle("selected", places.includes(place));
        node.dataset.as = claim && places.includes(place) ? claim.certainty : "";
        marker.setZIndexOffset(place === chosen ? 2000 : places.includes(place) ? 1000 : 0);
      }
    }

    light({ claim, place: pointed }) {
      const lit = new Set((claim ? claim.places : [pointed]).map((place) => this.itemOf.get(place)));
      for (const item of this.drawn.values()) item.node.classList.toggle("lit", lit.has(item));
    }
  }

  Object.assign(geobrief, { Marks });
})((globalThis.geobrief ??= {}));
