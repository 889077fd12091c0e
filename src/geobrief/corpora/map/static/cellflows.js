"use strict";

// Movements as tapered arrows over the cells, the strongest in view, wider the more claims there are of each.
(function (geobrief) {
  // Pixels along a curve between two of its points, and pixels of map for each arrow: more would hide the cells.
  const STEP = 10;
  const ROOM = 20000;
  const MOST = 200;
  // Pixels below which an arrow would be no more than its head.
  const SHORTEST = 26;
  // Pixels beside an arrow at which it is still hit.
  const REACH = 9;
  const PALE = 0.22;

  // Which of the movements are drawn: those with claims of which an end is in view, the strongest, in this order.
  // `ends` are each one's pixels [from, to], `frame` the view's [left, top, right, bottom].
  function flowsDrawn(totals, ends, frame, most) {
    const inside = ([x, y]) => x >= frame[0] && x <= frame[2] && y >= frame[1] && y <= frame[3];
    return totals
      .map((total, flow) => ({ flow, total }))
      .filter(({ flow, total }) => {
        const [from, to] = ends[flow];
        return total && (inside(from) || inside(to)) && Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST;
      })
      .sort((a, b) => b.total - a.total || a.flow - b.flow)
      .slice(0, most);
  }

  // Pixels across of an arrow's thick end, by the logarithm of its claims: 10 have 2.8, 1,000 have 6.
  const arrowWidth = (claims) => Math.min(10, 1.2 + 1.6 * Math.log10(Math.max(1, claims)));

  // By how many pixels an arrow's middle is pushed to the right of its course, so that what comes back runs beside it.
  const bowOf = ([from, to]) => Math.min(40, 0.09 * Math.hypot(to[0] - from[0], to[1] - from[1]));

  class CellFlows {
    constructor(map, page) {
      Object.assign(this, { map, page, drawn: [], hidden: false });
      this.lines = page.corpus.flows.map(({ lines }) => geobrief.unwrap(lines));
      this.groupOf = page.corpus.certainties.map((name) => geobrief.CERTAINTY_GROUPS.findIndex((group) => group.includes(name)));
    }

    // Finds the arrows for what is in view, in layer pixels.
    layout() {
      const { map, page } = this;
      const { x: width, y: height } = map.getSize();
      const { x, y } = map.containerPointToLayerPoint([0, 0]);
      const frame = [x, y, x + width, y + height];
      const origin = map.getPixelOrigin();
      this.keep(`${origin}${map.getZoom()}${map.getCenter().lng}`);
      const pixels = ([lon, lat], turn) => {
        const point = map.project([lat, lon + turn]).subtract(origin);
        return [point.x, point.y];
      };
      const most = this.hidden ? 0 : Math.min(MOST, Math.floor((width * height) / ROOM));
      const totals = this.lines.map((_, flow) => page.choice.totalOf({ flow }));
      const turns = this.lines.map((line) => this.turnOf(line));
      const ends = this.lines.map((line, flow) => [line[0], line[line.length - 1]].map((point) => pixels(point, turns[flow])));
      const chosen = flowsDrawn(totals, ends, frame, most);
      this.drawn = chosen.map(({ flow, total }) => {
        if (!this.curves.has(flow)) {
          const line = this.lines[flow].map((point) => pixels(point, turns[flow]));
          this.curves.set(flow, geobrief.bow(geobrief.smooth(line, STEP), bowOf(ends[flow])));
        }
        const points = this.curves.get(flow);
        const wide = arrowWidth(total);
        const path = new Path2D(geobrief.arrow(points, { trim: [2, 3], width: [0.7, wide], head: 5 + wide, pattern: "" }));
        const colour = this.groups(flow).reduce((best, n, group, all) => (n > all[best] ? group : best), 0);
        return { flow, total, path, colour };
      });
    }

    // Curves are kept as long as the map stands still, for a filter changes only their widths.
    keep(view) {
      if (view !== this.view) this.curves = new Map();
      this.view = view;
    }

    // The turn of the world by which a line's middle is nearest to the middle of the view.
    turnOf(line) {
      const [lon] = line[line.length >> 1];
      return 360 * Math.round((this.map.getCenter().lng - lon) / 360);
    }

    // Claims by group of certainties.
    groups(flow) {
      const sums = geobrief.CERTAINTY_GROUPS.map(() => 0);
      this.page.choice.of({ flow }).forEach((n, certainty) => (sums[this.groupOf[certainty]] += n));
      return sums;
    }

    // Faint ones first, so that the strongest lie on top; beside the chosen one all others are pale.
    paint(pen, colours) {
      const { flow: chosen, lit } = this.page.choice;
      const marked = new Set([chosen, lit?.flow].filter((flow) => flow !== null && flow !== undefined));
      pen.lineJoin = "round";
      for (const each of [...this.drawn].reverse()) this.arrow(pen, each, colours, marked.size && !marked.has(each.flow) ? PALE : 1);
      for (const each of this.drawn.filter(({ flow }) => marked.has(flow))) {
        pen.strokeStyle = geobrief.token("selected");
        pen.lineWidth = 7;
        pen.stroke(each.path);
        pen.strokeStyle = geobrief.token("ink");
        pen.lineWidth = 2.5;
        pen.stroke(each.path);
        this.arrow(pen, each, colours, 1);
      }
    }

    arrow(pen, { path, colour }, colours, alpha) {
      pen.globalAlpha = alpha;
      pen.strokeStyle = geobrief.token("raised");
      pen.lineWidth = 2;
      pen.stroke(path);
      pen.fillStyle = colours[colour];
      pen.fill(path);
      pen.globalAlpha = 1;
    }

    // The movement whose arrow is under a point of the map, or null; `pen` is that of the canvas that they are on.
    at(pen, { x, y }) {
      pen.save();
      pen.resetTransform();
      pen.lineWidth = REACH;
      const found = this.drawn.find(({ path }) => pen.isPointInPath(path, x, y) || pen.isPointInStroke(path, x, y));
      pen.restore();
      return found ? found.flow : null;
    }
  }

  Object.assign(geobrief, { CellFlows, flowsDrawn, arrowWidth, bowOf });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
