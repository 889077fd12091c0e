"use strict";

// The timeline: the claims' dates as bars and dots under a brush, in the lines and colours of their certainty.
(function (geobrief) {
  const { element, svg } = geobrief;
  // Pixels between ticks at least, and the height of the lanes.
  const ROOM = 68;
  const HEIGHT = 42;

  class Timeline {
    constructor(root, page) {
      Object.assign(this, { root, page, spans: [], scale: null });
      this.claims = page.brief.claims.filter(({ days }) => days);
      root.hidden = !this.claims.length;
      if (root.hidden) return;
      root.setAttribute("aria-label", page.say("timeline"));
      this.paths = svg("svg", { class: "spans", height: HEIGHT, "aria-hidden": "true" });
      this.chosen = svg("svg", { class: "spans chosen", height: HEIGHT, "aria-hidden": "true" });
      this.axis = element("div", { class: "axis", "aria-hidden": "true" });
      this.plot = element("div", { class: "plot" }, this.axis, this.paths, this.chosen);
      this.undated = element("p", { class: "undated" });
      this.player = new geobrief.Player(page, () => this.steps());
      const side = element("div", { class: "timeline-side" }, this.player.button, this.undated);
      root.append(side, this.plot);
      this.brush = new geobrief.Brush(this.plot, page, (point) => this.claimAt(point));
      const { selection } = page;
      selection.on("filter", () => this.draw());
      selection.on("select", ({ claim }) => this.choose(claim));
      selection.on("light", (_, { claim }) => this.choose(claim || selection.claim));
      geobrief.observeSize(this.plot, () => this.fit(), page.ended);
    }

    // Lays everything out for the width that there is.
    fit() {
      const width = this.plot.clientWidth;
      if (!width || width === this.scale?.width) return;
      const days = this.claims.map((claim) => claim.days);
      const domain = geobrief.domainOf(days, width, ROOM);
      const filled = domain.gaps.reduce((left, [from, to]) => left - (to - from), domain.end - domain.first);
      const folding = geobrief.folding(domain, width);
      this.scale = { ...domain, width, folding, fine: geobrief.fineStep(filled, width) };
      const x = (day) => folding.x(Math.min(domain.end, Math.max(domain.first, day)));
      const extents = days.map(([first, last]) => drawn(x(first), x(last + 1), first === last));
      const { lanes, count, shared } = geobrief.packLanes(extents, geobrief.mostLanes(HEIGHT));
      Object.assign(this, { count, dense: shared > 0 });
      this.spans = this.claims.map((claim, i) => ({
        claim,
        certainty: claim.certainty,
        extent: extents[i],
        lane: lanes[i],
        day: claim.days[0] === claim.days[1],
        open: claim.days.map((day) => !Number.isFinite(day)),
      }));
      this.drawAxis(x);
      this.brush.fit(this.scale);
      this.draw();
    }

    drawAxis(x) {
      const { step, end } = this.scale;
      const days = geobrief.ticks(this.scale);
      const labels = geobrief.tickLabels(days, step.unit, this.page.language);
      const silent = new Set([end, ...this.scale.gaps.map(([from]) => from)]);
      const tick = (day, i) => {
        const node = element("span", { class: "tick" }, silent.has(day) ? "" : element("span", null, labels[i]));
        node.style.insetInlineStart = `${x(day)}px`;
        return node;
      };
      const fold = ([from]) => {
        const node = element("span", { class: "fold" });
        node.style.insetInlineStart = `${x(from)}px`;
        return node;
      };
      this.axis.replaceChildren(...days.map(tick), ...this.scale.gaps.map(fold));
    }

    // Gives the lines anew: those of claims that are filtered out are pale.
    draw() {
      if (!this.scale) return;
      for (const span of this.spans) span.out = span.claim.out;
      if (this.dense) this.fill(this.paths, geobrief.densityPaths(this.spans, this.scale.width, HEIGHT));
      else this.put(this.paths, this.spans);
      this.choose(this.page.selection.claim);
      const { brief, say, selection } = this.page;
      const { filter } = selection;
      const n = brief.claims.length - this.claims.length;
      this.undated.textContent = n ? say(filter.from || filter.to ? "undatedAway" : "undated", { n }) : "";
      this.brush.show(filter);
    }

    put(node, spans) {
      const { paths, pitch } = geobrief.timelinePaths(spans, this.count, HEIGHT);
      this.pitch = pitch;
      this.fill(node, paths);
    }

    fill(node, paths) {
      node.setAttribute("viewBox", `0 0 ${this.scale.width} ${HEIGHT}`);
      node.replaceChildren(...paths.map(([name, d]) => svg("path", { class: name, d })));
    }

    // The chosen claim's span, or the lit one's, once more above all others.
    choose(claim) {
      if (!this.scale) return;
      const span = claim?.days && this.spans.find((each) => each.claim === claim);
      this.put(this.chosen, span ? [{ ...span, out: false }] : []);
    }

    claimAt(point) {
      const at = this.dense ? -1 : geobrief.spanAt(this.spans, point, this.pitch, HEIGHT);
      return at < 0 ? null : this.spans[at].claim;
    }

    // What playing shows one after the other.
    steps() {
      return geobrief.eventful(
        this.scale,
        this.claims.map(({ days }) => days),
      );
    }
  }

  // A day is a dot, however narrow its day is; a bar is wide enough to be seen.
  function drawn(x0, x1, day) {
    const middle = (x0 + x1) / 2;
    const half = day ? 5 : Math.max(5, (x1 - x0) / 2);
    return [middle - half, middle + half];
  }

  Object.assign(geobrief, { Timeline });
})((globalThis.geobrief ??= {}));
