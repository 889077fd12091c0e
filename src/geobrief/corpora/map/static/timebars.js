"use strict";

// The timeline of a corpus: how many claims there are at each time, under the brush that filters by it.
(function (geobrief) {
  const { element, svg } = geobrief;
  const ROOM = 68;
  const HEIGHT = 42;

  class TimeBars {
    constructor(root, page) {
      Object.assign(this, { root, page, scale: null });
      const { bins } = page.corpus;
      root.hidden = !bins.count;
      if (root.hidden) return;
      root.setAttribute("aria-label", page.say("timeline"));
      this.paths = svg("svg", { class: "spans", height: HEIGHT, "aria-hidden": "true" });
      this.axis = element("div", { class: "axis", "aria-hidden": "true" });
      this.plot = element("div", { class: "plot" }, this.axis, this.paths);
      this.undated = element("p", { class: "undated" });
      this.player = new geobrief.Player(page, () => this.steps());
      root.append(element("div", { class: "timeline-side" }, this.player.button, this.undated), this.plot);
      this.brush = new geobrief.Brush(this.plot, page, () => null);
      page.choice.on("filter", () => this.draw());
      geobrief.observeSize(this.plot, () => this.fit(), page.ended);
    }

    fit() {
      const width = this.plot.clientWidth;
      if (!width || width === this.scale?.width) return;
      const { bins } = this.page.corpus;
      const [first, end] = [geobrief.beginOf(bins, 1), geobrief.beginOf(bins, bins.count + 1)];
      const step = coarser(geobrief.stepFor(end - first, width, ROOM), bins);
      const folding = geobrief.folding({ first, end, gaps: [] }, width);
      this.scale = { first, end, step, gaps: [], width, folding, fine: { unit: bins.unit, n: bins.n } };
      this.drawAxis();
      this.brush.fit(this.scale);
      this.draw();
    }

    drawAxis() {
      const days = geobrief.ticks(this.scale);
      const labels = geobrief.tickLabels(days, this.scale.step.unit, this.page.language);
      const ticks = days.map((day, i) => {
        const told = day === this.scale.end || this.scale.folding.x(day) > this.scale.width - 30 ? "" : element("span", null, labels[i]);
        const node = element("span", { class: "tick" }, told);
        node.style.insetInlineStart = `${this.scale.folding.x(day)}px`;
        return node;
      });
      this.axis.replaceChildren(...ticks);
    }

    // What playing shows one after the other: as [first, last] day.
    steps() {
      const { corpus, choice } = this.page;
      return geobrief.stepsOf(corpus.bins, choice.counted.facets.bin);
    }

    draw() {
      if (!this.scale) return;
      const { corpus, choice, say } = this.page;
      const all = choice.counted.bins;
      const width = corpus.certainties.length;
      const within = geobrief.binsIn(corpus.bins, choice.filter);
      const certain = choice.chosen().certainty;
      const shown = all.map((n, i) => {
        const [bin, certainty] = [Math.floor(i / width), i % width];
        return (within && !within.includes(bin)) || (certain && !certain.includes(certainty)) ? 0 : n;
      });
      const x = (bin) => Math.round(this.scale.folding.x(geobrief.beginOf(corpus.bins, bin)) * 10) / 10;
      const paths = geobrief.columnPaths(all, shown, corpus, { x, gap: 0.5, height: HEIGHT });
      this.paths.setAttribute("viewBox", `0 0 ${this.scale.width} ${HEIGHT}`);
      this.paths.replaceChildren(...paths.map(([name, d]) => svg("path", { class: name, d })));
      const n = choice.counted.facets.bin[0];
      this.undated.textContent = n ? say(within ? "undatedAway" : "undated", { n }) : "";
      this.brush.show(choice.filter);
    }
  }

  // A step of the axis that is no finer than a bin.
  function coarser(step, { unit, n }) {
    const months = (each) => (each.unit === "year" ? 12 * each.n : each.unit === "month" ? each.n : 0);
    return months(step) >= months({ unit, n }) ? step : { unit, n };
  }

  Object.assign(geobrief, { TimeBars });
})((globalThis.geobrief ??= {}));
