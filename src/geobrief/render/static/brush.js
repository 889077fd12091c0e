"use strict";

// Choosing a time on the timeline: drawn with the pointer, or moved by two handles that are sliders.
(function (geobrief) {
  const { element } = geobrief;
  // Pixels that a pointer moves before it draws.
  const STILL = 4;
  const GRIP = 14;
  const NAMES = ["from", "to"];

  class Brush {
    // `claimAt` gives the claim under a point of the plot, or null.
    constructor(plot, page, claimAt) {
      Object.assign(this, { plot, page, claimAt, scale: null, range: null, drag: null });
      this.veils = NAMES.map(() => element("div", { class: "veil" }));
      this.window = element("div", { class: "window" });
      this.handles = NAMES.map((name) =>
        element("div", {
          class: `grip ${name}`,
          role: "slider",
          tabindex: "0",
          "aria-label": page.say(`slider_${name}`),
        }),
      );
      plot.append(...this.veils, this.window, ...this.handles);
      plot.addEventListener("pointerdown", (event) => this.down(event));
      plot.addEventListener("pointermove", (event) => this.move(event));
      plot.addEventListener("pointerup", (event) => this.up(event));
      plot.addEventListener("pointercancel", () => (this.drag = null));
      plot.addEventListener("pointerleave", () => page.selection.light());
      plot.addEventListener("keydown", (event) => this.key(event));
    }

    fit(scale) {
      this.scale = scale;
      for (const handle of this.handles) {
        handle.setAttribute("aria-valuemin", scale.first);
        handle.setAttribute("aria-valuemax", scale.end - 1);
      }
    }

    // The days at both ends: the filter's, or the scale's own where it has none.
    ends({ from, to }) {
      const { first, end } = this.scale;
      const inside = (day, none) => (day === null ? none : Math.min(end - 1, Math.max(first, day)));
      return [inside(geobrief.dayOf(from), first), inside(geobrief.dayOf(to, true), end - 1)];
    }

    show(filter) {
      this.filtering = Boolean(filter.from || filter.to);
      this.range = this.ends(filter);
      const [left, right] = [this.x(this.range[0]), this.x(this.range[1] + 1)];
      const put = (node, from, to) =>
        Object.assign(node.style, { insetInlineStart: `${from}px`, width: `${to - from}px` });
      put(this.veils[0], 0, left);
      put(this.veils[1], right, this.scale.width);
      put(this.window, left, right);
      this.plot.classList.toggle("brushed", this.filtering);
      this.handles.forEach((handle, i) => {
        handle.style.insetInlineStart = `${i ? right : left}px`;
        handle.setAttribute("aria-valuenow", this.range[i]);
        handle.setAttribute("aria-valuetext", geobrief.formatDay(geobrief.isoOf(this.range[i]), this.page.language));
      });
    }

    x(day) {
      return this.scale.folding.x(day);
    }

    // A pointer's place in the plot, x from the side where time begins.
    point({ clientX, clientY }) {
      const { left, right, top } = this.plot.getBoundingClientRect();
      return [this.rtl ? right - clientX : clientX - left, clientY - top];
    }

    get rtl() {
      return getComputedStyle(this.plot).direction === "rtl";
    }

    day(x) {
      const { folding, width } = this.scale;
      return folding.day(Math.min(width - 0.01, Math.max(0, x)));
    }

    down(event) {
      if (event.button) return;
      const [x] = this.point(event);
      const grip = this.handles.indexOf(event.target);
      const held = x > this.x(this.range[0]) && x < this.x(this.range[1] + 1);
      const manner = grip >= 0 ? NAMES[grip] : this.filtering && held ? "shift" : "draw";
      this.drag = { manner, x, range: this.range, moved: false };
      this.plot.setPointerCapture(event.pointerId);
      if (grip >= 0) event.target.focus();
    }

    move(event) {
      const [x, y] = this.point(event);
      if (!this.drag) {
        const claim = this.claimAt([x, y]);
        this.plot.classList.toggle("over", Boolean(claim));
        this.page.selection.light({ claim: claim?.id ?? null });
        return;
      }
      this.drag.moved ||= Math.abs(x - this.drag.x) >= STILL;
      if (!this.drag.moved || this.frame) return;
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        if (this.drag) this.set(this.dragged(x), { record: false });
      });
    }

    // The days that a drag to x chooses, whole steps of the scale.
    dragged(x) {
      const { manner, x: start, range } = this.drag;
      const { fine, first, end } = this.scale;
      const begin = (day) => geobrief.begins(Math.floor(day), fine);
      const close = (day) => geobrief.begins(Math.floor(day), fine, 1) - 1;
      if (manner === "from") return [Math.min(begin(this.day(x)), range[1]), range[1]];
      if (manner === "to") return [range[0], Math.max(close(this.day(x)), range[0])];
      if (manner === "draw") {
        const days = [this.day(start), this.day(x)].sort((a, b) => a - b);
        return [Math.max(first, begin(days[0])), Math.min(end - 1, close(days[1]))];
      }
      const length = range[1] - range[0];
      const by = this.day(x) - this.day(start);
      const from = Math.min(end - 1 - length, Math.max(first, begin(range[0] + by)));
      return [from, from + length];
    }

    up(event) {
      const { drag } = this;
      this.drag = null;
      if (!drag) return;
      const [x, y] = this.point(event);
      if (drag.moved) {
        this.drag = drag;
        const range = this.dragged(x);
        this.drag = null;
        this.set(range);
      } else if (drag.manner === "draw" || drag.manner === "shift") this.press([x, y]);
    }

    // A press on a bar chooses its claim; beside all bars it takes the time filter off.
    press(point) {
      const claim = this.claimAt(point);
      const { selection } = this.page;
      if (claim) selection.select({ claim: claim.id });
      else if (this.filtering) selection.setFilter({ ...selection.filter, from: null, to: null });
    }

    // Keys move by the fine step, Page Up and Down by a tick's.
    key(event) {
      const end = this.handles.indexOf(event.target);
      if (end < 0) return;
      const forth = this.rtl ? -1 : 1;
      const arrows = { ArrowRight: forth, ArrowLeft: -forth, ArrowUp: 1, ArrowDown: -1 };
      const { first, end: over, fine, step } = this.scale;
      const range = [...this.range];
      if (event.key === "Home") range[end] = end ? range[0] : first;
      else if (event.key === "End") range[end] = end ? over - 1 : range[1];
      else if (event.key in arrows) range[end] = this.stepped(end, fine, arrows[event.key]);
      else if (event.key === "PageUp" || event.key === "PageDown")
        range[end] = this.stepped(end, step, event.key === "PageUp" ? 1 : -1);
      else return;
      event.preventDefault();
      const [from, to] = end ? [range[0], Math.max(range[0], range[1])] : [Math.min(range[0], range[1]), range[1]];
      this.set([Math.max(first, from), Math.min(over - 1, to)], { replace: this.filtering });
    }

    // A handle's day moved to the next or the last beginning of a step, over a folded gap as a whole; the later handle
    // stands at the day before one.
    stepped(end, step, by) {
      const day = this.range[end] + end;
      const begin = geobrief.begins(day, step);
      const next = by > 0 ? geobrief.begins(day, step, 1) : begin < day ? begin : geobrief.begins(day, step, -1);
      const fold = this.scale.gaps.find(([from, to]) => next > from && next < to);
      return (fold ? fold[by > 0 ? 1 : 0] : next) - end;
    }

    set([from, to], options) {
      const { selection } = this.page;
      const { first, end } = this.scale;
      const iso = (day, none) => (day === none ? null : geobrief.isoOf(day));
      selection.setFilter({ ...selection.filter, from: iso(from, first), to: iso(to, end - 1) }, options);
    }
  }

  Object.assign(geobrief, { Brush });
})((globalThis.geobrief ??= {}));
