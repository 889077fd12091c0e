"use strict";

// On a phone the text lies in a sheet below the map; its handle is dragged, flung, pressed, or moved by arrow keys.
(function (geobrief) {
  // How much of the window the map takes, in percent: where the sheet comes to rest.
  const STOPS = [18, 46, 72];
  const HALF = STOPS[1];
  const LEAST = 12;
  const MOST = 80;
  // Pixels by which a finger may stray in a press, and the speed in pixels a millisecond that is a fling.
  const PRESS = 4;
  const FLING = 0.4;
  const SETTLE_MS = 180;

  const nearest = (share) =>
    STOPS.reduce((best, stop) => (Math.abs(stop - share) < Math.abs(best - share) ? stop : best));

  // The stop above or below a share; the outermost one where there is none.
  function nextStop(share, by) {
    const beyond = by > 0 ? STOPS.filter((stop) => stop > share + 1) : STOPS.filter((stop) => stop < share - 1);
    return beyond.length ? (by > 0 ? beyond[0] : beyond[beyond.length - 1]) : nearest(share);
  }

  // Where a sheet rests that is let go at a share, its handle moving so many pixels a millisecond, down the page positive.
  function restingPlace(share, speed) {
    return Math.abs(speed) > FLING ? nextStop(share, Math.sign(speed)) : nearest(share);
  }

  // `settled` is called when the map has its new size: while it changes, it would be drawn again for each pixel.
  class Sheet {
    constructor(handle, root, { say, settled }) {
      Object.assign(this, { handle, root, settled, share: HALF, drag: null, timer: 0 });
      handle.setAttribute("aria-label", say("sheet"));
      handle.addEventListener("pointerdown", (event) => this.grab(event));
      handle.addEventListener("pointermove", (event) => this.follow(event));
      for (const end of ["pointerup", "pointercancel"])
        handle.addEventListener(end, (event) => this.release(event, end === "pointerup"));
      handle.addEventListener("keydown", (event) => this.key(event));
      // A screen reader presses without a pointer.
      handle.addEventListener("click", (event) => event.detail === 0 && this.turn());
    }

    set(percent) {
      this.share = Math.min(MOST, Math.max(LEAST, percent));
      this.root.style.setProperty("--map-share", `${this.share}dvh`);
    }

    grab(event) {
      if (event.button !== 0) return;
      this.handle.setPointerCapture(event.pointerId);
      this.hold("dragged");
      this.drag = { id: event.pointerId, from: event.clientY, share: this.share, at: event.clientY, time: event.timeStamp };
      this.drag.speed = 0;
    }

    follow(event) {
      const { drag } = this;
      if (event.pointerId !== drag?.id) return;
      const passed = Math.max(1, event.timeStamp - drag.time);
      Object.assign(drag, { speed: (event.clientY - drag.at) / passed, at: event.clientY, time: event.timeStamp });
      this.set(drag.share + ((event.clientY - drag.from) / innerHeight) * 100);
    }

    release(event, done) {
      const { drag } = this;
      if (event.pointerId !== drag?.id) return;
      this.drag = null;
      if (done && Math.abs(drag.at - drag.from) <= PRESS) this.turn();
      else this.rest(restingPlace(this.share, event.timeStamp - drag.time > 80 ? 0 : drag.speed));
    }

    key(event) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const stop = by ? nextStop(this.share, by) : { Home: STOPS[0], End: STOPS[STOPS.length - 1] }[event.key];
      if (stop === undefined) return;
      event.preventDefault();
      this.rest(stop);
    }

    // Half, most of the text, most of the map, and half again.
    turn() {
      this.rest({ [STOPS[0]]: STOPS[2], [STOPS[1]]: STOPS[0], [STOPS[2]]: STOPS[1] }[nearest(this.share)]);
    }

    hold(state) {
      clearTimeout(this.timer);
      this.root.classList.remove("dragged", "settling");
      this.root.classList.add(state);
    }

    rest(stop) {
      this.hold("settling");
      this.set(stop);
      const end = () => {
        this.root.classList.remove("settling");
        this.settled();
      };
      this.timer = setTimeout(end, geobrief.reducedMotion() ? 0 : SETTLE_MS + 20);
    }

    get moving() {
      return this.root.matches(".dragged, .settling");
    }

    // Gives the map its half when something on it is to be seen.
    uncover() {
      if (this.share < HALF) this.jump();
    }

    // Gives the text its half when something in it is to be seen.
    reveal() {
      if (this.share > HALF) this.jump();
    }

    jump() {
      this.set(HALF);
      this.settled();
    }
  }

  Object.assign(geobrief, { Sheet, restingPlace, nextStop });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
