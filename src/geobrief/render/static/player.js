"use strict";

// Plays the timeline, a step after the other. Who asked for less motion steps through it by hand.
(function (geobrief) {
  const { element, svg } = geobrief;
  const PAUSE = 1400;
  const SHAPES = {
    play: "M3 1.5v11l9-5.5z",
    pause: "M3 2h3v10H3zM8 2h3v10H8z",
    nextStep: "M2 1.5v11l7-5.5zM10 2h2v10h-2z",
  };

  class Player {
    // `steps` gives what is shown one by one, as [first, last] day.
    constructor(page, steps) {
      Object.assign(this, { page, steps, at: -1, timer: 0, before: null });
      this.shape = svg("path", { fill: "currentColor" });
      const sign = svg("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, this.shape);
      this.button = element("button", { type: "button", class: "play" }, sign);
      this.button.addEventListener("click", () => this.press());
      this.show();
    }

    press() {
      if (this.timer) this.stop();
      else this.next();
    }

    next() {
      this.timer = 0;
      const steps = this.steps();
      const { selection } = this.page;
      if (!this.isShown(steps[this.at])) [this.at, this.before] = [-1, selection.filter];
      this.at += 1;
      if (this.at >= steps.length) {
        this.end();
        return;
      }
      const [from, to] = steps[this.at].map(geobrief.isoOf);
      selection.setFilter({ ...selection.filter, from, to }, { replace: this.at > 0 });
      if (!geobrief.reducedMotion()) this.timer = setTimeout(() => this.goOn(), PAUSE);
      this.show();
    }

    // Whoever chose another time meanwhile is not interrupted.
    goOn() {
      if (this.isShown(this.steps()[this.at])) this.next();
      else this.stop();
    }

    isShown(step) {
      const { from, to } = this.page.selection.filter;
      return Boolean(step) && from === geobrief.isoOf(step[0]) && to === geobrief.isoOf(step[1]);
    }

    // After the last step the time is as it was before the first.
    end() {
      const { selection } = this.page;
      const { from, to } = this.before;
      this.at = -1;
      selection.setFilter({ ...selection.filter, from, to }, { replace: true });
      this.stop();
    }

    stop() {
      clearTimeout(this.timer);
      this.timer = 0;
      this.show();
    }

    show() {
      const key = this.timer ? "pause" : geobrief.reducedMotion() ? "nextStep" : "play";
      this.shape.setAttribute("d", SHAPES[key]);
      this.button.setAttribute("aria-label", this.page.say(key));
      this.button.title = this.page.say(key);
    }
  }

  Object.assign(geobrief, { Player });
})((globalThis.geobrief ??= {}));
