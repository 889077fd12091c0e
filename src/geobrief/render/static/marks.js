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
      Object.assign(this, { map, page, drawn: new Map(), opened: null, many: null });
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

    // What stands for a place: its disc, or the cluster that it is in.
    itemOf(place) {
      return this.drawn.get(place) || this.drawn.get(this.many?.groupOf.get(this.of.get(place))?.key);
    }

    // The disc of a place, or the cluster that it is in, while there is one on the map.
    nodeOf(place) {
      return this.itemOf(place)?.node || null;
    }

    // Where a place's mark is now, in layer pixels; for one without a mark, its true place.
    pointOf(place) {
      const at = this.itemOf(place)?.marker.getLatLng() || this.of.get(place)?.home;
      return at ? this.map.latLngToLayerPoint(at) : null;
    }

    homeOf(place) {
      return this.of.get(place).home;
    }

    radiusOf(place) {
      const item = this.itemOf(place);
      if (!item) return 4;
      return item.place ? (ringed(place) ? 18 : 12.5) : geobrief.clusterSize(item.count) / 2 + 1;
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
      groups.forEach((group, i) => {
        const item = this.item(group);
        kept.set(group.key, item);
        this.put(item, group, points[i]);
      });
      for (const [key, { marker }] of this.drawn) if (kept.get(key)?.marker !== marker) marker.remove();
      this.drawn = kept;
      this.mark();
      this.restoreFocus();
    }

    // What is to be drawn as {marks, key, home, at}: `at` in layer pixels, `home` of the place or of a cluster's middle.
    groups() {
      const wanted = this.wanted();
      const visible = wanted.length > FEW ? this.inView(wanted) : wanted;
      if (visible.length <= FEW) {
        this.many = null;
        return visible.map((mark) => this.single(mark));
      }
      const chosen = this.page.selection.places.map((place) => this.of.get(place)).filter(Boolean);
      const opened = [...(this.opened || [])].filter((mark) => !chosen.includes(mark));
      return [...this.clusters(visible, new Set([...chosen, ...opened])), ...this.laidOut(chosen, opened)];
    }

    // A country or sea without a disc takes one while it is chosen; what is filtered out has none.
    wanted() {
      const { selection } = this.page;
      return this.all.filter(({ place }) => (place.disc && !place.out) || place === selection.place);
    }

    // The clusters of a view without those marks that stand apart. They are kept while nothing but the choice changes.
    clusters(visible, apart) {
      const { min, max } = this.map.getPixelBounds();
      const view = `${this.map.getZoom()} ${min} ${max} ${visible.length}`;
      const { filter } = this.page.selection;
      if (this.many?.view !== view || this.many.filter !== filter) this.many = { view, filter, ...this.gathered(visible) };
      const { groups, groupOf } = this.many;
      const touched = new Set([...apart].map((mark) => groupOf.get(mark)));
      return groups.flatMap((group) => {
        const marks = touched.has(group) ? group.all.filter((mark) => !apart.has(mark)) : group.all;
        if (!marks.length) return [];
        group.marks = marks;
        group.key = marks.length === 1 ? marks[0].place : `${marks[0].place.id}\n${marks.length}`;
        return [marks.length === 1 ? this.single(marks[0]) : { ...group, at: this.layerPoint(group) }];
      });
    }

    layerPoint({ x, y }) {
      const origin = this.map.getPixelOrigin();
      return [x - origin.x, y - origin.y];
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
      return { marks: [mark], key: mark.place, home: mark.home, at: [x, y] };
    }

    // Marks as groups {all, home, x, y}, x and y in pixels of the world at this zoom, and the group of each mark.
    gathered(marks) {
      const scale = this.scale;
      const found = geobrief.clusters(
        marks.map(({ x, y }) => [x * scale, y * scale]),
        CELL,
      );
      const groupOf = new Map();
      const groups = found.map(({ x, y, members }) => {
        const all = members.map((member) => marks[member]);
        const group = { x, y, all, home: this.map.unproject([x, y], this.map.getZoom()) };
        for (const mark of all) groupOf.set(mark, group);
        return group;
      });
      return { groups, groupOf };
    }

    // What is chosen, at its place, and the places of a cluster that was opened, around theirs.
    laidOut(chosen, opened) {
      const spots = opened.length ? geobrief.around(opened.length, 2 * RADIUS + 2) : [];
      const around = opened.map((mark, i) => {
        const single = this.single(mark);
        return { ...single, at: [single.at[0] + spots[i][0], single.at[1] + spots[i][1]] };
      });
      return [...chosen.map((mark) => this.single(mark)), ...around];
    }

    // The disc or cluster of a group, made where there is none yet.
    item({ marks, key, home }) {
      const known = this.drawn.get(key);
      if (known) return known;
      if (marks.length === 1) return { place: key, count: 1, ...geobrief.makeDisc(key, home, this.page) };
      const item = { count: marks.length };
      return Object.assign(item, geobrief.makeCluster(marks, home, this.page, () => this.open(item.marks)));
    }

    put(item, { marks, home, at }, point) {
      const { x, y } = this.map.latLngToLayerPoint(home);
      const moved = marks.length === 1 && Math.hypot(point[0] - x, point[1] - y) > 1;
      const shifted = moved || Math.hypot(point[0] - at[0], point[1] - at[1]) > 1;
      item.marker.setLatLng(shifted ? this.map.layerPointToLatLng(point) : home);
      if (!this.map.hasLayer(item.marker)) item.marker.addTo(this.map);
      if (item.place) item.node.setAttribute("aria-label", geobrief.markName(item.place, this.page));
      else if (item.marks !== marks) this.fill(item, marks);
      item.node.classList.toggle("ringed", marks.length === 1 && ringed(item.place));
      if (moved) this.hairline(home, item.marker.getLatLng());
    }

    // A cluster stays filled while nothing but the choice changes.
    fill(item, marks) {
      item.marks = marks;
      item.places = marks.map(({ place }) => place);
      geobrief.showMix(item.node, item.places, this.page);
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
      const lit = new Set((claim ? claim.places : [pointed]).map((place) => this.itemOf(place)));
      for (const item of this.drawn.values()) item.node.classList.toggle("lit", lit.has(item));
    }
  }

  Object.assign(geobrief, { Marks });
})((globalThis.geobrief ??= {}));
