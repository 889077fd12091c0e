"use strict";

// Drawing and editing an area on the map by pointer: corners are dragged, put in on an edge and taken out, parts and
// holes added and removed. Everything else of the area stays as it is.
(function (geobrief) {
  const { button } = geobrief;
  // Pixels within which a corner or an edge is meant, by a mouse and by a finger.
  const REACH = { mouse: 9, touch: 22 };
  const FEWER_PIXELS = 1;
  const STEPS = 100;

  class PointedArea extends geobrief.MapMode {
    // `parts` as in rings.js; `done` is given the area as GeoJSON and says whether it was saved, without which this goes on.
    constructor({ parts, place, ...options }) {
      super(options);
      Object.assign(this, { parts, place, ring: parts.length ? null : [], hole: false, held: null });
      Object.assign(this, { carried: null, dragged: null, behind: null, past: [], swallow: false, waiting: false });
    }

    buttons() {
      const { say } = this;
      const does = (name, act) => button(say(name), () => this.act(act), { name });
      return [
        does("addPart", () => this.begin(false)),
        does("cutHole", () => this.begin(true)),
        does("removeCorner", () => this.removeCorner()),
        does("removePart", () => this.removePart()),
        does("fewerCorners", () => this.simplify()),
        does("stepBack", () => this.back()),
        does("finishArea", () => this.finish()),
      ];
    }

    act(does) {
      does();
      if (!this.ended) this.box.focus({ preventScroll: true });
    }

    lay() {
      super.lay();
      if (this.place) this.hidden = [...this.box.querySelectorAll(`.area[data-place="${CSS.escape(this.place)}"]`)];
      for (const node of this.hidden || []) node.classList.add("being-edited");
      this.drawing = new geobrief.AreaDrawing(this.map);
      if (!this.redraw) this.parts = geobrief.nextTo(this.parts, this.map.getCenter().lng);
      this.redraw = () => this.draw();
      this.map.on("moveend zoomend resize", this.redraw);
      this.showAll();
      this.draw();
    }

    listen(options) {
      super.listen(options);
      this.box.addEventListener("pointermove", (event) => this.drag(event), options);
      this.box.addEventListener("pointerup", (event) => this.release(event), options);
      this.box.addEventListener("pointercancel", (event) => this.release(event), options);
    }

    lift() {
      this.map.off("moveend zoomend resize", this.redraw);
      this.map.dragging.enable();
      this.dragged = null;
      this.drawing.remove();
      for (const node of this.hidden || []) node.classList.remove("being-edited");
      this.box.classList.remove("editing-area");
      super.lift();
    }

    // Goes to an area of which nothing is in view.
    showAll() {
      const bounds = L.latLngBounds(this.parts.flat(2).map(geobrief.latLng));
      if (bounds.isValid() && !this.map.getBounds().intersects(bounds)) this.map.fitBounds(bounds, { animate: false });
    }

    draw() {
      this.box.classList.toggle("editing-area", !this.ring);
      this.drawing.show(this);
    }

    // What comes is a step that can be taken back.
    step() {
      this.past.push(geobrief.copied(this.parts));
      if (this.past.length > STEPS) this.past.shift();
    }

    back() {
      if (this.ring?.length) this.ring.pop();
      else if (this.past.length) this.parts = this.past.pop();
      else return this.tell(this.say("noStep"));
      Object.assign(this, { held: null, carried: null });
      return this.draw();
    }

    hit(point, reach) {
      return geobrief.nearestCorner(this.drawing.shown, point, reach);
    }

    // The corner at a point, which is put in where there is only an edge; null where there is neither.
    cornerAt(point, reach) {
      const corner = this.hit(point, reach);
      if (corner) return { ...corner, fresh: false };
      const edge = geobrief.nearestEdge(this.parts, (each) => this.drawing.project(each), point, reach);
      if (!edge) return null;
      this.step();
      this.parts[edge.part][edge.ring].splice(edge.at, 0, this.cornerOf(edge));
      return { ...edge, fresh: true };
    }

    cornerOf({ x, y }) {
      return geobrief.runningOn(this.map.containerPointToLatLng([x, y]));
    }

    put({ part, ring, at }, corner) {
      this.parts[part][ring][at] = corner;
      this.draw();
    }

    press(event) {
      super.press(event);
      this.swallow = false;
      if (this.ring || this.carried || !event.isPrimary || event.button || event.target.closest(".leaflet-control")) return;
      const found = this.cornerAt(this.map.mouseEventToContainerPoint(event), REACH[event.pointerType] || REACH.touch);
      if (!found) return;
      event.preventDefault();
      this.box.focus({ preventScroll: true });
      this.map.dragging.disable();
      this.box.setPointerCapture(event.pointerId);
      Object.assign(this, { held: found, dragged: { ...found, moved: found.fresh }, swallow: true });
      this.tellHeld();
      this.draw();
    }

    drag(event) {
      if (!this.dragged) return;
      if (!this.dragged.moved) {
        if (Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) < 3) return;
        this.step();
        this.dragged.moved = true;
      }
      event.stopPropagation();
      this.put(this.dragged, this.cornerOf(this.map.mouseEventToContainerPoint(event)));
    }

    release() {
      if (!this.dragged) return;
      this.dragged = null;
      this.map.dragging.enable();
    }

    clicked(event) {
      if (this.swallow) return;
      if (this.ring) return this.addCorner(this.map.mouseEventToContainerPoint(event), REACH.mouse);
      this.held = null;
      return this.draw();
    }

    // A click on the first corner closes the ring.
    addCorner(point, reach) {
      const first = this.ring.length >= geobrief.CORNERS && this.drawing.project(this.ring[0]);
      if (first && Math.hypot(first.x - point.x, first.y - point.y) <= reach) return this.close();
      this.ring.push(this.cornerOf(point));
      return this.draw();
    }

    // Begins another ring. One that was begun before is closed, if it can be.
    begin(hole) {
      if (this.ring?.length && !this.close()) return;
      Object.assign(this, { ring: [], hole, held: null, carried: null });
      this.tell(this.say(hole ? "drawHole" : "drawPart"));
      this.draw();
    }

    // The ring that is being drawn becomes a part, or a hole; false where it cannot.
    close() {
      if (this.ring.length < geobrief.CORNERS) return this.refuse("areaNeeds");
      const parts = geobrief.withRing(this.parts, this.ring, this.hole);
      if (!parts) return this.refuse("holeOutside");
      this.step();
      Object.assign(this, { parts, ring: null });
      this.tell(this.say("hint_area"));
      this.draw();
      return true;
    }

    refuse(why) {
      this.tell(this.say(why));
      return false;
    }

    removeCorner() {
      if (this.ring) this.ring.pop();
      else if (!this.held) return this.refuse("chooseCorner");
      else {
        this.step();
        this.parts = geobrief.withoutCorner(this.parts, this.held);
        this.behind = { ...this.held, at: this.held.at - 1 };
      }
      Object.assign(this, { held: null, carried: null });
      return this.draw();
    }

    removePart() {
      if (!this.held) return this.refuse("chooseCorner");
      this.step();
      Object.assign(this, { parts: geobrief.withoutRing(this.parts, this.held), held: null, carried: null });
      return this.draw();
    }

    // Only ever on the reader's wish: without the corners that nobody would miss at this zoom.
    simplify() {
      const before = geobrief.countCorners(this.parts);
      const project = (corner) => this.map.project(geobrief.latLng(corner));
      this.step();
      this.parts = geobrief.simplified(this.parts, project, (points) => L.LineUtil.simplify(points, FEWER_PIXELS));
      Object.assign(this, { held: null, carried: null });
      this.tell(this.say("leftOut", { n: before - geobrief.countCorners(this.parts), all: before }));
      this.draw();
    }

    tellHeld() {
      const { part, ring, at } = this.held;
      this.tell(this.say("corner", { at: at + 1, all: this.parts[part][ring].length }));
    }

    async finish() {
      if (this.waiting || (this.ring?.length && !this.close())) return;
      if (!this.parts.length) return void this.refuse("areaNeeds");
      this.carried = null;
      this.waiting = true;
      const saved = await this.done(geobrief.geometryOf(this.parts));
      this.waiting = false;
      if (saved) this.end();
    }
  }

  Object.assign(geobrief, { PointedArea });
})((globalThis.geobrief ??= {}));
