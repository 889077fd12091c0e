"use strict";

// The cells on the map: one canvas over what is in view, with counts and the shares of the certainties where there is room.
(function (geobrief) {
  const PADDING = 0.15;
  // The fill's opacity for a cell with few claims, and for the fullest.
  const FAINT = 0.14;
  const FULL = 0.86;
  // Above 1, so that few cells are loud.
  const SLOPE = 1.7;
  // So many of the fullest cells in view have their number even where it is wider than the cell.
  const TOLD = 14;
  // Pixels of room that a number asks for beside it, and the height of the shares below it.
  const AIR = 6;
  const SHARES = 4;
  const GROUPS = [["stated", "attributed"], ["reported"], ["claimed"], ["possible", "expected"], ["doubted", "denied"]];

  const compact = (language) => new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 2 });

  class Hexes {
    constructor(map, page) {
      Object.assign(this, { map, page, drawnCells: [], drawn: new Map(), plates: [], shown: [], many: true });
      this.groupOf = page.corpus.certainties.map((name) => GROUPS.findIndex((group) => group.includes(name)));
      this.format = compact(page.language);
      this.flows = new geobrief.CellFlows(map, page);
      const pane = map.createPane("cells");
      pane.style.zIndex = 380;
      pane.classList.add("leaflet-zoom-hide");
      this.canvas = geobrief.element("canvas", { "aria-hidden": "true" });
      pane.append(this.canvas);
      map.on("moveend resize", () => this.draw());
      map.on("click", (event) => this.click(event));
      map.on("mousemove", (event) => this.point(event));
      map.on("mouseout", () => page.choice.light());
      for (const event of ["filter", "select", "light"]) page.choice.on(event, () => this.draw(event));
    }

    get level() {
      return geobrief.levelAt(this.page.corpus.levels, this.map.getZoom());
    }

    // Cells in view that hold a claim, each with its place on the canvas; a cell stands once for each turn of the world.
    visible() {
      const { corpus, choice } = this.page;
      const level = this.level;
      const bounds = this.map.getBounds().pad(PADDING);
      const [west, east, south, north] = [bounds.getWest(), bounds.getEast(), bounds.getSouth(), bounds.getNorth()];
      const found = [];
      corpus.levels[level].boxes.forEach(([left, low, right, high], cell) => {
        if (high < south || low > north) return;
        const total = choice.totalOf({ level, cell });
        if (!total) return;
        for (const turn of [-360, 0, 360])
          if (right + turn >= west && left + turn <= east) found.push({ level, cell, total, turn });
      });
      return found;
    }

    // On `light` and `select` the arrows stay as they are.
    draw(event) {
      const { map } = this;
      const size = map.getSize();
      if (!size.x) return;
      const margin = size.multiplyBy(PADDING).round();
      const corner = map.containerPointToLayerPoint([0, 0]).subtract(margin).round();
      const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
      const ratio = devicePixelRatio || 1;
      Object.assign(this.canvas, { width: width * ratio, height: height * ratio });
      Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
      L.DomUtil.setPosition(this.canvas, corner);
      const pen = this.canvas.getContext("2d");
      pen.scale(ratio, ratio);
      pen.translate(-corner.x, -corner.y);
      this.drawnCells = this.visible().map((each) => ({ ...each, ...this.shape(each) }));
      this.drawnCells.sort((a, b) => b.total - a.total);
      const range = [this.drawnCells[this.drawnCells.length - 1]?.total, this.drawnCells[0]?.total].map(Math.log);
      this.colours = GROUPS.map(([name]) => geobrief.token(TOKENS[name]));
      for (const each of this.drawnCells) this.fill(pen, each, range);
      this.outline(pen);
      if (event !== "light" && event !== "select") this.flows.layout();
      this.flows.paint(pen, this.colours);
      this.numbers(pen);
      this.page.cellsDrawn?.();
    }

    shape({ level, cell, turn }) {
      const ring = this.page.corpus.levels[level].rings[cell];
      const points = ring.map(([lon, lat]) => {
        const { x, y } = this.map.latLngToLayerPoint([lat, lon + turn]);
        return [x, y];
      });
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      return { points, box, middle: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] };
    }

    trace(pen, points) {
      pen.beginPath();
      points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.closePath();
    }

    // Claims by group of certainties.
    groups(each) {
      const sums = GROUPS.map(() => 0);
      this.page.choice.of(each).forEach((n, certainty) => (sums[this.groupOf[certainty]] += n));
      return sums;
    }

    fill(pen, each, [least, most]) {
      each.groups = this.groups(each);
      const strongest = each.groups.indexOf(Math.max(...each.groups));
      const share = most > least ? (Math.log(each.total) - least) / (most - least) : 0.5;
      this.trace(pen, each.points);
      pen.fillStyle = this.colours[strongest];
      pen.globalAlpha = FAINT + (FULL - FAINT) * share ** SLOPE;
      pen.fill();
      pen.globalAlpha = 0.55;
      pen.strokeStyle = geobrief.token("paper");
      pen.lineWidth = 1;
      pen.stroke();
      pen.globalAlpha = 1;
    }

    // The chosen cell, and the one that is pointed at.
    outline(pen) {
      const { cell, lit } = this.page.choice;
      for (const [chosen, width] of [
        [lit, 2],
        [cell, 3],
      ]) {
        if (chosen?.cell === undefined) continue;
        for (const each of this.drawnCells.filter((one) => one.level === chosen.level && one.cell === chosen.cell)) {
          this.trace(pen, each.points);
          pen.strokeStyle = geobrief.token("selected");
          pen.lineWidth = width + 4;
          pen.stroke();
          pen.strokeStyle = geobrief.token("ink");
          pen.lineWidth = width;
          pen.stroke();
        }
      }
    }

    // Numbers on a plate of the page's colour, fullest cells first; they keep the base map's names away from them.
    numbers(pen) {
      pen.font = "600 11.5px system-ui, sans-serif";
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      this.drawn = new Map();
      this.plates = [];
      const taken = [];
      for (const [rank, each] of this.drawnCells.entries()) {
        const text = this.format.format(each.total);
        const width = Math.max(18, pen.measureText(text).width) + AIR;
        const [left, top, right, bottom] = each.box;
        const [x, y] = each.middle;
        const plate = [x - width / 2 - 2, y - 12, x + width / 2 + 2, y + 12];
        const wide = right - left < width + AIR || bottom - top < 26;
        if ((wide && rank >= TOLD) || taken.some((other) => geobrief.overlaps(plate, other))) continue;
        taken.push(plate);
        this.plate(pen, each, text, width);
        this.plates.push({ ...each, box: plate });
        this.drawn.set(each, { place: { ...each, radius: width / 2 } });
      }
    }

    plate(pen, { middle: [x, y], groups, total }, text, width) {
      const height = 16 + SHARES;
      pen.globalAlpha = 0.92;
      pen.fillStyle = geobrief.token("raised");
      pen.beginPath();
      pen.roundRect(x - width / 2, y - height / 2, width, height, 4);
      pen.fill();
      pen.globalAlpha = 1;
      pen.fillStyle = geobrief.token("ink");
      pen.fillText(text, x, y - SHARES / 2 + 0.5);
      let left = x - width / 2 + 3;
      groups.forEach((n, group) => {
        const length = ((width - 6) * n) / total;
        pen.fillStyle = this.colours[group];
        pen.fillRect(left, y + height / 2 - SHARES - 1, length, SHARES - 1);
        left += length;
      });
    }

    // What the names of the base map ask of the marks that they are to leave free.
    pointOf({ middle: [x, y] }) {
      return { x, y };
    }

    radiusOf({ radius }) {
      return radius;
    }

    // What is uppermost at a point of the map: the cell {level, cell} of a number, a movement {flow}, or a cell; null beside all.
    at(latlng) {
      const point = this.map.latLngToLayerPoint(latlng);
      const { x, y } = point;
      const boxed = ({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
      const numbered = this.plates.find(boxed);
      const flow = numbered ? null : this.flows.at(this.canvas.getContext("2d"), point);
      if (flow !== null) return { flow };
      const found = numbered || this.drawnCells.find((each) => boxed(each) && geobrief.holds(each.points, [x, y]));
      return found ? { level: found.level, cell: found.cell } : null;
    }

    click({ latlng }) {
      this.page.choice.select(this.at(latlng), { opener: this.map.getContainer() });
    }

    point({ latlng }) {
      const found = this.at(latlng);
      this.map.getContainer().classList.toggle("over-cell", Boolean(found));
      const { lit } = this.page.choice;
      if (["cell", "level", "flow"].every((name) => found?.[name] === lit?.[name])) return;
      const name = !found ? "" : "flow" in found ? geobrief.flowName(found, this.page) : geobrief.cellName(found, this.page);
      this.map.getContainer().title = name;
      this.page.choice.light(found);
    }
  }

  // The token of each group's colour, by the group's first certainty.
  const TOKENS = { stated: "stated", reported: "reported", claimed: "claimed", possible: "possible", doubted: "denied" };

  Object.assign(geobrief, { Hexes, CERTAINTY_GROUPS: GROUPS });
})((globalThis.geobrief ??= {}));
