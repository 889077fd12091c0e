"use strict";

// Movements as tapered arrows along the great circle, with what moves set along them.
(function (geobrief) {
  const { svg } = geobrief;
  const STEP = 5;
  // Zoomed far in, a curve has no more points than this and is as good as straight between them.
  const MOST_POINTS = 800;
  // How far around the view, in parts of it, arrows are drawn, so that a dragged map shows them.
  const AROUND = 0.6;
  const PATTERNS = {
    reported: "dashed",
    claimed: "dashed",
    possible: "dotted",
    expected: "dotted",
    doubted: "crossed",
    denied: "crossed",
  };

  // A path of Leaflet's whose outline is made anew, in pixels, for each zoom.
  const FlowPath = L.Path.extend({
    initialize(draw, options) {
      this.draw = draw;
      L.setOptions(this, options);
    },
    _project() {},
    _update() {
      this._renderer._setPath(this, this.draw());
    },
  });

  class Flows {
    constructor(map, page, marks) {
      Object.assign(this, { map, page, marks });
      map.createPane("flows").style.zIndex = 500;
      const pane = map.createPane("flow-labels");
      pane.style.zIndex = 510;
      pane.classList.add("leaflet-zoom-hide");
      this.texts = svg("svg", { class: "flow-labels", "aria-hidden": "true" });
      pane.append(this.texts);
      this.renderer = L.svg({ pane: "flows", padding: 0.6 });
      this.all = (page.drawn.flows || []).map((flow) => this.make(flow)).filter(Boolean);
      this.flows = this.all;
      page.selection.on("select", (selection) => this.mark("selected", selection));
      page.selection.on("light", (_, lit) => this.mark("lit", lit));
      page.selection.on("filter", () => this.filter());
    }

    // Keeps those flows whose claim is not filtered out.
    filter() {
      const out = ({ claim }) => this.page.brief.claim.get(claim)?.out;
      for (const flow of this.all) flow.path.getElement().classList.toggle("away", Boolean(out(flow)));
      this.flows = this.all.filter((flow) => !out(flow));
    }

    make(flow) {
      const { brief, drawn, selection } = this.page;
      const [from, to] = [brief.place.get(flow.from), brief.place.get(flow.to)];
      if (!from?.label || !to?.label) return null;
      const lines = geobrief.decodeLines(flow.lines, 1000);
      const found = geobrief.bothEnds(geobrief.unwrap(lines), drawn.view);
      const certainty = flow.certainty || "stated";
      const width = geobrief.flowWidth(brief.claim.get(flow.claim)?.quantities || []);
      const made = { ...flow, from, to, lines: found, width, certainty, points: [], beyond: [], text: null };
      made.path = new FlowPath(() => this.outline(made), {
        renderer: this.renderer,
        pane: "flows",
        className: `flow ${certainty}`,
      });
      made.path.addTo(this.map);
      made.path.getElement().setAttribute("data-flow", flow.claim);
      made.path.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        selection.select({ claim: flow.claim });
      });
      made.path.on("mouseover", () => selection.light({ claim: flow.claim }));
      made.path.on("mouseout", () => selection.light());
      return made;
    }

    // Finds the curves for the current zoom: marks may have been moved apart.
    redraw() {
      for (const flow of this.flows) [flow.points, ...flow.beyond] = flow.lines.map((line) => this.course(flow, line));
      const bows = geobrief.bundleBows(this.flows.map(({ points }) => [points[0], points[points.length - 1]]));
      this.flows.forEach((flow, i) => {
        flow.points = geobrief.bow(flow.points, bows[i]);
        flow.beyond = flow.beyond.map((points) => geobrief.bow(points, bows[i]));
        flow.path.redraw();
      });
    }

    // The great circle in layer pixels, its ends pulled to where the marks stand.
    course(flow, lonLats) {
      // Leaflet's own layer points are whole pixels, which letters along the curve would show.
      const pixels = lonLats.map((point) =>
        this.map.project(geobrief.latLng(point)).subtract(this.map.getPixelOrigin()),
      );
      const line = pixels.map(({ x, y }) => [x, y]);
      const points = geobrief.smooth(line, Math.max(STEP, geobrief.lengths(line).pop() / MOST_POINTS));
      const ends = [this.marks.pointOf(flow.from), this.marks.pointOf(flow.to)];
      const last = points.length - 1;
      const turn = this.map.getZoomScale(this.map.getZoom(), 0) * 256;
      const near = (pixels) => pixels - turn * Math.round(pixels / turn);
      const gap = [
        near(ends[0].x - points[0][0]),
        ends[0].y - points[0][1],
        near(ends[1].x - points[last][0]),
        ends[1].y - points[last][1],
      ];
      return points.map(([x, y], i) => {
        const t = i / (last || 1);
        return [x + gap[0] * (1 - t) + gap[2] * t, y + gap[1] * (1 - t) + gap[3] * t];
      });
    }

    outline(flow) {
      const trim = [this.marks.radiusOf(flow.from) + 1, this.marks.radiusOf(flow.to) + 3];
      const style = { trim, width: [1.3, flow.width], head: 10 + flow.width, pattern: PATTERNS[flow.certainty] };
      const drawn = [flow.points, ...flow.beyond].map((points) => {
        const shown = geobrief.within(points, this.frame(AROUND));
        return shown ? geobrief.arrow(points, { ...style, shown }) : "";
      });
      return drawn.join("");
    }

    // The view in layer pixels, wider by a part of it on each side.
    frame(around = 0) {
      const { x: width, y: height } = this.map.getSize();
      const { x, y } = this.map.containerPointToLayerPoint([0, 0]);
      return [x - around * width, y - around * height, x + (1 + around) * width, y + (1 + around) * height];
    }

    // The part of a flow that is in view, its points close enough to set letters along.
    visible({ points }) {
      const shown = geobrief.within(points, this.frame());
      return shown ? geobrief.smooth(geobrief.slice(points, shown[0], shown[1]), STEP) : [];
    }

    // Boxes along all flows, which labels keep clear of.
    boxes() {
      const points = this.flows.flatMap((flow) => this.visible(flow).filter((_, i) => i % 2 === 0));
      return points.map(([x, y]) => [x - 3, y - 3, x + 3, y + 3]);
    }

    mark(name, chosen) {
      const lit = (flow) =>
        chosen.claim
          ? chosen.claim.id === flow.claim
          : name === "lit" && chosen.place && (flow.from === chosen.place || flow.to === chosen.place);
      for (const flow of this.flows) {
        flow.path.getElement().classList.toggle(name, Boolean(lit(flow)));
        flow.text?.classList.toggle(name, Boolean(lit(flow)));
        if (name === "selected" && lit(flow)) flow.path.bringToFront();
      }
    }
  }

  Object.assign(geobrief, { Flows });
})((globalThis.geobrief ??= {}));
