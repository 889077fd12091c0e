"use strict";

// The same by keyboard: the arrows move the map under the cross, and what is done is done there.
(function (geobrief) {
  // Pixels from the cross within which a corner or an edge is meant, and within which a ring is closed.
  const REACH = 24;
  const CLOSE = 9;

  class AreaMode extends geobrief.PointedArea {
    lay() {
      super.lay();
      this.follow = () => this.carry();
      this.map.on("move", this.follow);
    }

    lift() {
      this.map.off("move", this.follow);
      super.lift();
    }

    typed(event) {
      const { key } = event;
      if (key === "Enter" && event.shiftKey) this.finish();
      else if (key === "Enter") this.takeOrPut();
      else if (key === "Delete" || key === "Backspace") this.removeAtCross();
      else if (/^[np]$/i.test(key) && !event.ctrlKey && !event.metaKey) this.walk(key.toLowerCase() === "n" ? 1 : -1);
      else if (key === "z" && (event.ctrlKey || event.metaKey)) this.back();
      else return false;
      return true;
    }

    middle() {
      return this.map.getSize().divideBy(2);
    }

    // Enter: a corner of the ring that is drawn; else the corner under the cross is taken up, or put down.
    takeOrPut() {
      if (this.ring) return this.addCorner(this.middle(), CLOSE);
      if (this.carried) {
        this.carried = null;
        return this.tell(this.say("putDown"));
      }
      const found = this.cornerAt(this.middle(), REACH);
      if (!found) return this.refuse("noCorner");
      if (!found.fresh) this.step();
      Object.assign(this, { held: found, carried: { ...found, from: this.parts[found.part][found.ring][found.at] } });
      this.tell(this.say("takenUp"));
      return this.draw();
    }

    // A corner that was taken up goes with the cross.
    carry() {
      if (this.carried) this.put(this.carried, geobrief.runningOn(this.map.getCenter()));
    }

    removeAtCross() {
      if (!this.ring && !this.held) this.held = this.hit(this.middle(), REACH);
      this.removeCorner();
    }

    // Before the corner that comes next: behind the one that was removed last, else at the beginning.
    lastPlace() {
      const { behind } = this;
      return behind && this.parts[behind.part]?.[behind.ring] ? behind : { part: 0, ring: 0, at: -1 };
    }

    // The next corner of the ring, or the one before, comes under the cross.
    walk(by) {
      if (this.ring || this.carried || !this.parts.length) return;
      const { part, ring, at } = this.held || this.lastPlace();
      const rings = this.parts.flatMap((each, i) => each.map((_, j) => ({ part: i, ring: j })));
      const count = this.parts[part][ring].length;
      const here = rings.findIndex((one) => one.part === part && one.ring === ring);
      const past = at + by < 0 || at + by >= count;
      const there = past ? rings[(here + by + rings.length) % rings.length] : { part, ring };
      const length = this.parts[there.part][there.ring].length;
      this.held = { ...there, at: past ? (by > 0 ? 0 : length - 1) : at + by };
      this.map.setView(geobrief.latLng(this.parts[there.part][there.ring][this.held.at]), this.map.getZoom(), { animate: false });
      this.tellHeld();
      this.draw();
    }

    stop(event) {
      if (!this.carried && !(this.ring && this.parts.length)) return super.stop(event);
      event.preventDefault();
      event.stopPropagation();
      if (this.carried) {
        const { carried } = this;
        this.carried = null;
        this.put(carried, carried.from);
      }
      Object.assign(this, { ring: null, held: null });
      this.tell(this.say("hint_area"));
      return this.draw();
    }
  }

  Object.assign(geobrief, { AreaMode });
})((globalThis.geobrief ??= {}));
