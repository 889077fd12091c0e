"use strict";

// All names on the map, placed anew after each move: the brief's own first, then what flows, then the base map's.
(function (geobrief) {
  const { element } = geobrief;
  const FONTS = {
    name: "600 13px system-ui, sans-serif",
    flow: "600 12px system-ui, sans-serif",
    country: "12px system-ui, sans-serif",
    region: "11px system-ui, sans-serif",
    city: "11.5px system-ui, sans-serif",
    water: 'italic 13px Georgia, "Noto Serif", "DejaVu Serif", serif',
  };
  const SPACING = { country: 1.9, region: 0.7, water: 0.6 };
  const LINE = { name: 16, country: 15, region: 14, city: 14, water: 16 };
  const MARGIN = { country: 8, water: 10, city: 14, region: 8 };
  // At zoom z names down to rank z * slope + base are tried: bigger things earlier.
  const RANKS = { country: [1.6, -1.2], water: [1.5, -1.6], city: [1.5, -3.4], region: [1.5, -4.5] };

  const NUMBER = 22;
  // From which of its candidates on (`besidePoint`) a name no longer touches its disc.
  const FAR = 8;

  const pen = document.createElement("canvas").getContext("2d");

  // A long name in two lines, broken at the space nearest to its middle.
  function twoLines(name, limit) {
    if (name.length <= limit || !name.includes(" ")) return [name];
    const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
    const middle = spaces.reduce((best, at) =>
      Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best,
    );
    return [name.slice(0, middle), name.slice(middle + 1)];
  }

  function measure(lines, kind) {
    pen.font = FONTS[kind];
    const spaced = SPACING[kind] || 0;
    const text = (line) => (kind === "country" ? line.toLocaleUpperCase() : line);
    const width = Math.max(...lines.map((line) => pen.measureText(text(line)).width + spaced * line.length));
    return [width + 4, lines.length * (LINE[kind] || 16)];
  }

  class Labels {
    constructor(map, page, marks, flows) {
      Object.assign(this, { map, page, marks, flows });
      this.base = map.createPane("labels");
      this.base.style.zIndex = 450;
      this.names = map.createPane("names");
      this.names.style.zIndex = 590;
      this.base.setAttribute("aria-hidden", "true");
      this.leaders = geobrief.svg("svg", { class: "leaders", "aria-hidden": "true" });
      this.names.append(this.leaders);
      for (const pane of [this.base, this.names]) pane.classList.add("leaflet-zoom-hide");
      this.entries = this.baseEntries();
      this.named = new Map();
      // Names that are the marks themselves: countries and seas for which no disc stands.
      this.bare = page.brief.places.filter((place) => place.label && !place.disc);
    }

    // The base map's names, without those that the brief writes itself: "Republic of Tatarstan" beside its Tatarstan.
    baseEntries() {
      const { places } = this.page.brief;
      const namesOf = (place) => [place.name, ...(place.aliases || [])].map((name) => name.toLowerCase());
      const own = new Set(places.flatMap(namesOf));
      const regions = places.filter(({ kind }) => kind === "region").flatMap(namesOf);
      const within = (name) => regions.some((each) => name.includes(each));
      const written = ({ name, kind }) =>
        own.has(name.toLowerCase()) || (kind === "region" && within(name.toLowerCase()));
      const labels = geobrief.fromTable(this.page.drawn.base?.labels).filter((label) => !written(label));
      const entries = labels.map((label) => {
        const lines = label.kind === "city" ? [label.name] : twoLines(label.name, 11);
        const at = geobrief.latLng(geobrief.nearPoint([label.lon, label.lat], this.page.drawn.view));
        return { ...label, at, lines, size: measure(lines, label.kind), node: null };
      });
      const order = { country: 0, water: 0.5, region: 2.5, city: 1 };
      return entries.sort((a, b) => a.rank + order[a.kind] - (b.rank + order[b.kind]));
    }

    // A place's name; where there is no disc the name itself is the mark, and a button.
    nameEntry(place) {
      const { selection } = this.page;
      const lines = twoLines(place.name, 18);
      const attributes = place.disc
        ? { class: "name", "aria-hidden": "true" }
        : { class: `name mark-name ${place.kind}`, type: "button", "data-place": place.id };
      const spans = lines.map((line) => element("span", null, line));
      const node = element(place.disc ? "span" : "button", attributes, ...spans);
      if (!place.disc) spans[spans.length - 1].append(element("span", { class: "name-number", "data-number": place.number }));
      const choose = (event) => {
        L.DomEvent.stopPropagation(event);
        selection.select({ place: place.id }, { opener: place.disc ? this.marks.nodeOf(place) : node });
      };
      node.addEventListener("click", choose);
      for (const start of ["pointerenter", "focus"])
        node.addEventListener(start, () => selection.light({ place: place.id }));
      for (const end of ["pointerleave", "blur"]) node.addEventListener(end, () => selection.light());
      return { place, node, size: measure(lines, "name") };
    }

    // The names of all discs that stand for one place, and of places without one that are in view.
    nameEntries(frame) {
      const inView = (place) => {
        const { x, y } = this.marks.pointOf(place);
        return geobrief.overlaps([x - 150, y - 30, x + 150, y + 30], frame);
      };
      const { places } = this.page.selection;
      const discs = this.marks.shown.map(({ place }) => place).filter(inView);
      const standing = new Set(discs);
      const bare = this.bare.filter((place) => !standing.has(place) && (!place.out || places.includes(place)));
      return [...discs, ...bare.filter(inView)].map((place) => {
        if (!this.named.has(place)) this.named.set(place, this.nameEntry(place));
        return this.named.get(place);
      });
    }

    layout() {
      const corner = this.map.containerPointToLayerPoint([0, 0]);
      const size = this.map.getSize();
      const frame = [corner.x + 4, corner.y + 4, corner.x + size.x - 4, corner.y + size.y - 4];
      const names = this.nameLabels(frame);
      const flows = this.flowLabels(frame);
      const base = this.baseLabels(frame);
      const covered = this.covered(corner);
      const discs = [...this.marks.drawn.values()].map(({ place, places }) => {
        const { x, y } = this.marks.pointOf(place || places[0]);
        const reach = this.reach(place || places[0]);
        return [x - reach, y - reach, x + reach, y + reach];
      });
      const found = geobrief.placeLabels(
        [...names, ...flows, ...base],
        [...discs, ...covered],
        this.flows.boxes(),
        frame,
      );
      this.showNames(names, found);
      this.drawLeaders(names, found);
      this.drawFlows(flows, found.slice(names.length));
      this.drawBase(base, found.slice(names.length + flows.length));
    }

    // Those that found room; a name that stays keeps its element, and with it the focus.
    showNames(names, found) {
      const shown = new Set(names.filter((_, i) => found[i]).map(({ entry }) => entry.node));
      for (const node of [...this.names.children]) if (node !== this.leaders && !shown.has(node)) node.remove();
      names.forEach(({ entry: { node } }, i) => {
        if (found[i] && !node.isConnected) this.names.append(node);
        if (found[i]) this.put(node, found[i]);
      });
    }

    // How far a disc and what is drawn round it reach from its middle.
    reach(place) {
      return this.page.selection.places.includes(place) ? 20 : Math.ceil(this.marks.radiusOf(place));
    }

    // What lies over the map, as boxes in its pixels.
    covered(corner) {
      const outer = this.map.getContainer().parentElement;
      const parts = [...outer.querySelectorAll(".leaflet-control, #legend, #card")].filter((node) => node.offsetWidth);
      return parts
        .map((node) => geobrief.boxOf(node, outer))
        .map(([left, top, right, bottom]) => [left + corner.x, top + corner.y, right + corner.x, bottom + corner.y]);
    }

    nameLabels(frame) {
      const { places, place: chosen } = this.page.selection;
      const weight = (place) => (place === chosen ? 0 : places.includes(place) ? 1 : place.disc ? 2 : 3);
      const entries = this.nameEntries(frame).sort(
        (a, b) => weight(a.place) - weight(b.place) || b.place.claims.length - a.place.claims.length,
      );
      return entries.map((entry) => {
        const { x, y } = this.marks.pointOf(entry.place);
        const shown = this.marks.drawn.has(entry.place);
        entry.node.classList.toggle("by-disc", Boolean(shown));
        if (!entry.place.disc) entry.node.setAttribute("aria-label", geobrief.markName(entry.place, this.page));
        const size = shown ? entry.size : [entry.size[0] + NUMBER, Math.max(24, entry.size[1])];
        const near = shown
          ? geobrief.besidePoint([x, y], size, this.reach(entry.place) + 2)
          : shifted([x, y], size, frame);
        return { entry, shown, from: [x, y], boxes: near, soft: true };
      });
    }

    flowLabels() {
      pen.font = FONTS.flow;
      const labelled = this.flows.flows.filter((flow) => flow.label && flow.points.length);
      return labelled.map((flow) => ({
        flow,
        soft: this.page.selection.claim?.id === flow.claim,
        ...geobrief.flowCandidates(this.flows.visible(flow), pen.measureText(flow.label).width * 1.06 + 12),
      }));
    }

    baseLabels(frame) {
      const zoom = this.map.getZoom();
      const wanted = this.entries.filter(({ kind, rank }) => rank <= zoom * RANKS[kind][0] + RANKS[kind][1]);
      return wanted.flatMap((entry) => {
        const { x, y } = this.map.latLngToLayerPoint(entry.at);
        if (!geobrief.overlaps([x - 1, y - 1, x + 1, y + 1], frame)) return [];
        const boxes =
          entry.kind === "city"
            ? geobrief.besidePoint([x, y], entry.size, 5).slice(0, 4)
            : shifted([x, y], entry.size, frame).slice(0, 5);
        // Between clusters there is room for little but the name itself.
        const tight = entry.kind === "country" && this.marks.many;
        return [{ entry, boxes, margin: tight ? 1 : MARGIN[entry.kind], at: [x, y] }];
      });
    }

    // A name that found room only farther off is tied to its disc by a line.
    drawLeaders(names, found) {
      const far = names
        .map(({ shown, boxes, from }, i) => ({ from, box: found[i], far: shown && boxes.indexOf(found[i]) >= FAR }))
        .filter((each) => each.far);
      const line = ({ from: [x, y], box }) => ({
        x1: x,
        y1: y,
        x2: Math.min(Math.max(x, box[0]), box[2]),
        y2: y < box[1] ? box[1] + 2 : box[3] - 2,
      });
      this.leaders.replaceChildren(...far.map((each) => geobrief.svg("line", line(each))));
    }

    put(node, box) {
      L.DomUtil.setPosition(node, L.point(box[0], box[1]).round());
    }

    drawFlows(flows, found) {
      this.flows.flows.forEach((flow) => (flow.text = null));
      const nodes = flows.flatMap(({ flow, lines, boxes }, i) => {
        if (!found[i]) return [];
        flow.text = geobrief.drawFlowLabel(flow, lines[boxes.indexOf(found[i])], i);
        flow.text.classList.toggle("selected", this.page.selection.claim?.id === flow.claim);
        return [flow.text];
      });
      this.flows.texts.replaceChildren(...nodes);
    }

    drawBase(base, found) {
      const nodes = base.flatMap(({ entry, at }, i) => {
        if (!found[i]) return [];
        entry.node ??= element(
          "span",
          { class: `label ${entry.kind}` },
          ...entry.lines.map((line) => element("span", null, line)),
        );
        this.put(entry.node, found[i]);
        return entry.kind === "city" ? [this.dot(entry, at), entry.node] : [entry.node];
      });
      this.base.replaceChildren(...nodes);
    }

    dot(entry, [x, y]) {
      entry.dot ??= element("span", { class: "dot" });
      L.DomUtil.setPosition(entry.dot, L.point(x, y));
      return entry.dot;
    }
  }

  // A label on its point, or a little above or below; one that would stick out of the frame is pulled in.
  function shifted([x, y], [width, height], frame) {
    const pulled = Math.min(Math.max(x, frame[0] + width / 2), frame[2] - width / 2);
    const across = Math.abs(pulled - x) < width / 2 ? pulled : x;
    return [0, -14, 14, -28, 28].flatMap((down) => geobrief.centred([across, y + down], [width, height]));
  }

  Object.assign(geobrief, { Labels, twoLines });
})((globalThis.geobrief ??= {}));
