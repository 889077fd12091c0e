"use strict";

// Puts the page of a corpus together: the island becomes counts and cells, these a map, a list, a timeline and filters.
(function (geobrief) {
  const { element } = geobrief;
  // The performance mark that tells that the first cells have been painted.
  const DRAWN = "geobrief-drawn";

  // The island's tables unfolded, with the box and the children of each cell.
  function readCorpus(record) {
    const levels = geobrief.readCells(record.cells);
    for (const level of levels) {
      level.boxes = level.rings.map((ring) => {
        const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
        return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
      });
      level.children = level.paths.map(() => []);
      level.up.forEach((cell, child) => level.children[cell].push(child));
    }
    const articles = geobrief.fromTable(record.articles);
    const claims = geobrief.fromTable(record.claims).map((claim) => ({
      ...claim,
      article: articles[claim.article],
      certaintyName: record.certainties[claim.certainty],
    }));
    const publishers = ["-", ...record.publishers];
    const { names } = record.cells;
    const cube = geobrief.readCube(record.cube, names.length);
    return { ...record, levels, claims, publishers, names, cube, ...readFlows(record.flows, cube) };
  }

  // Movements, and their claims counted as those of cells are.
  function readFlows({ ends, counts, scale }, { sizes }) {
    const flows = geobrief.fromTable(ends).map((end) => ({ ...end, lines: geobrief.decodeLines(end.lines, scale) }));
    return { flows, flowRows: geobrief.readRows(counts, sizes, Math.max(1, flows.length)) };
  }

  function createMap(node, page) {
    const map = L.map(node, {
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 120,
      minZoom: 1,
      maxZoom: 11,
      maxBoundsViscosity: 0.8,
      fadeAnimation: false,
      zoomAnimation: !geobrief.reducedMotion(),
      inertia: !geobrief.reducedMotion(),
    });
    node.setAttribute("role", "region");
    node.setAttribute("aria-label", page.say("corpusMap"));
    geobrief.addControls(map, page);
    // Room at both sides, so that what lies at an edge can be moved out from under the card.
    const east = Math.max(300, page.corpus.view[2] + 120);
    map.setMaxBounds([
      [-86, east - 600],
      [86, east],
    ]);
    return map;
  }

  function fit(map, [west, south, east, north]) {
    const box = [
      [south, west],
      [north, east],
    ];
    map.fitBounds(box, { animate: false });
  }

  function showSummary(root, page) {
    const { corpus, say } = page;
    const { totals } = corpus;
    const parts = [
      say("claimCount", { n: totals.claims }),
      say("articleCount", { n: totals.articles }),
      say("placeCount", { n: totals.places }),
    ];
    const left = [
      totals.copies ? say("copiesLeft", { n: totals.copies }) : "",
      totals.unlocated ? say("unlocatedLeft", { n: totals.unlocated }) : "",
      totals.several ? say("severalPlaces", { n: totals.several }) : "",
    ];
    root.append(
      element("h2", { class: "corpus-title", dir: "auto" }, corpus.title),
      element("p", { class: "soft" }, parts.join(say("separator"))),
      element("p", { class: "soft" }, left.filter(Boolean).join(" ")),
      corpus.bins.count ? element("p", { class: "soft" }, say("timeNote")) : "",
    );
  }

  function showLegend(root, page) {
    const { say, choice, corpus } = page;
    const there = (name) => choice.counted.facets.certainty[corpus.certainties.indexOf(name)];
    const rows = geobrief.CERTAINTY_GROUPS.map((group) => group.filter(there))
      .filter((group) => group.length)
      .map((group) =>
        element("li", null, element("span", { class: `patch ${group[0]}` }), group.map((name) => say(`certainty_${name}`)).join(say("comma"))),
      );
    const scale = element("li", null, element("span", { class: "scale", "aria-hidden": "true" }), say("legendScale"));
    const colour = element("li", { class: "soft" }, say("legendColour"));
    const list = element("ul", null, ...rows, scale, colour, corpus.flows.length ? arrows(page) : "");
    const details = element("details", null, element("summary", null, say("legend")), list);
    details.open = !geobrief.narrow();
    root.append(details);
  }

  // What an arrow is; whoever wants to see the cells alone takes them off.
  function arrows(page) {
    const box = element("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => page.showFlows(box.checked));
    return element("li", null, element("label", { class: "arrows" }, box, page.say("legendArrows")));
  }

  function showCredits(root, { corpus, say }) {
    const rows = corpus.credits.map(({ name, text, url }) => element("p", null, geobrief.outside(url, name), `: ${text}`));
    root.append(element("h2", null, say("credits")), ...rows, element("p", null, corpus.border_policy));
  }

  // The address and the page alike: what is chosen is written there, and read from it.
  function keepAddress(page, map) {
    const { choice, corpus } = page;
    const view = () => {
      const { lng, lat } = map.getCenter();
      return { lon: lng, lat, zoom: map.getZoom() };
    };
    const now = () => {
      const { cell, flow, filter } = choice;
      const ends = flow === null ? null : corpus.flows[flow];
      const level = cell && corpus.levels[cell.level];
      const index = cell && geobrief.indexOf(level.paths[cell.cell], level.level);
      return geobrief.formatPlace({ cell: index, flow: ends && [ends.from, ends.to], filter, view: page.moved ? view() : null });
    };
    const write = () => history.replaceState(null, "", `${location.pathname}${location.search}${now()}`);
    const read = () => {
      const { cell, flow: ends, filter, view: seen } = geobrief.parsePlace(location.hash);
      if (seen) {
        page.moved = true;
        map.setView([seen.lat, seen.lon], seen.zoom, { animate: false });
      }
      choice.setFilter(filter, { record: false });
      const found = geobrief.findCell(corpus.levels, cell);
      const flow = ends ? corpus.flows.findIndex(({ from, to }) => from === ends[0] && to === ends[1]) : -1;
      if (flow >= 0) choice.select({ flow });
      else if (found || choice.cell || choice.flow !== null) choice.select(found);
      if (found && !seen) page.zoomTo(found, { own: true });
    };
    page.link = () => geobrief.ownAddress() + now();
    choice.on("record", write);
    map.on("moveend", () => page.moved && write());
    addEventListener("hashchange", read);
    if (location.hash) read();
  }

  function showMap(page) {
    const { corpus } = page;
    const node = document.getElementById("map");
    const map = createMap(node, page);
    fit(map, corpus.view);
    const base = new geobrief.BaseMap(map, corpus.base, corpus.view);
    const hexes = new geobrief.Hexes(map, page);
    const labels = new geobrief.Labels(map, page, hexes, { flows: [], boxes: () => [], texts: geobrief.svg("g", null) });
    const list = new geobrief.CellList(document.getElementById("places"), page, hexes);
    const flowList = new geobrief.FlowList(document.getElementById("flows"), page, hexes.flows);
    page.cellsDrawn = () => {
      labels.layout();
      list.draw();
      flowList.draw();
    };
    page.showFlows = (shown) => {
      hexes.flows.hidden = !shown;
      hexes.draw();
    };
    geobrief.observeSize(
      node,
      () => {
        map.invalidateSize({ pan: false });
        if (!page.moved) fit(map, corpus.view);
        hexes.draw();
      },
      page.ended,
    );
    for (const event of ["pointerdown", "wheel", "keydown"])
      node.addEventListener(event, () => (page.moved = true), { passive: true });
    geobrief.keepSharp(map);
    page.uncover = geobrief.uncoverer(map, page);
    page.zoomTo = (cell, options) => {
      page.moved = true;
      geobrief.zoomer(map, page)(cell, options);
    };
    return { map, base, hexes };
  }

  function start() {
    const at = (id) => document.getElementById(id);
    const record = geobrief.readIsland("geobrief-corpus");
    const corpus = readCorpus(record);
    const choice = new geobrief.Choice(corpus);
    const page = {
      ended: new AbortController().signal,
      corpus,
      choice,
      language: geobrief.localeOf(record.language),
      say: geobrief.speaker(record.language, geobrief.readIsland("geobrief-messages")),
      served: at("geobrief-served") ? geobrief.readIsland("geobrief-served") : null,
      moved: false,
      link: () => "",
      // What the parts of a brief's page ask for that are used here too.
      brief: { title: corpus.title, places: [] },
      drawn: { base: corpus.base, view: corpus.view },
      selection: {
        places: [],
        place: null,
        claim: null,
        light() {},
        select() {},
        get filter() {
          return choice.filter;
        },
        setFilter: (filter, options) => choice.setFilter(filter, options),
      },
    };
    let shown = null;
    const slots = geobrief.showBar(at("bar"), page, () => {
      shown?.base.restyle();
      shown?.hexes.draw();
    });
    at("reading").setAttribute("aria-label", page.say("corpusText"));
    page.sheet = new geobrief.Sheet(at("handle"), at("page"), { say: page.say, settled: () => {} });
    showSummary(at("summary"), page);
    showCredits(at("credits"), page);
    new geobrief.Choosing(slots, at("found"), at("panel"), page);
    new geobrief.TimeBars(at("timeline"), page);
    showLegend(at("legend"), page);
    new geobrief.CellCard(at("card"), page);
    shown = showMap(page);
    shown.hexes.draw();
    keepAddress(page, shown.map);
    requestAnimationFrame(() => setTimeout(() => performance.mark(DRAWN)));
    return { page, ...shown };
  }

  geobrief.started = start();
})((globalThis.geobrief ??= {}));
