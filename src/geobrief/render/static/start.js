"use strict";

// Puts the page together: the islands become a brief, the brief a text, a map and the links between them.
(function (geobrief) {
  const { element } = geobrief;
  // The performance mark that tells that all marks have been painted.
  const DRAWN = "geobrief-drawn";

  function createMap(node, page) {
    const { say, drawn, brief } = page;
    const map = L.map(node, {
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      zoomDelta: 1,
      wheelPxPerZoomLevel: 120,
      minZoom: 1,
      maxZoom: 14,
      maxBoundsViscosity: 0.8,
      fadeAnimation: false,
      zoomAnimation: !geobrief.reducedMotion(),
      markerZoomAnimation: !geobrief.reducedMotion(),
      inertia: !geobrief.reducedMotion(),
    });
    node.setAttribute("role", "region");
    node.setAttribute("aria-label", say("map"));
    geobrief.addControls(map, page);
    if (!brief.places.some((place) => place.label))
      node.parentElement.append(element("p", { class: "empty-map" }, say("noPlaces")));
    const east = Math.max(200, drawn.view[2] + 40);
    map.setMaxBounds([
      [-86, east - 440],
      [86, east],
    ]);
    return map;
  }

  // Follows the size of its box; until something has moved the map, the first view is kept whole. In another page, whose
  // frame takes its height once the page is there, the card is placed anew until the reader touches the map.
  function followSize(map, node, camera, page) {
    const { sheet, ended } = page;
    for (const event of ["pointerdown", "wheel", "keydown"])
      node.addEventListener(event, () => (camera.moved = camera.touched = true), { passive: true });
    const follow = () => {
      if (ended.aborted || sheet.moving || geobrief.onPaper()) return;
      camera.moved ||= camera.zoomedByOthers();
      map.invalidateSize({ animate: false });
      if (!node.clientWidth) return;
      if (!camera.moved) camera.home();
      else if (!camera.touched && geobrief.embedded()) page.standAgain();
    };
    geobrief.observeSize(node, follow, ended);
    return follow;
  }

  function drawMap(page, node) {
    const map = createMap(node, page);
    const camera = new geobrief.Camera(map, page, {});
    camera.home();
    const marks = new geobrief.Marks(map, page);
    const base = new geobrief.BaseMap(map, page.drawn.base || {}, page.drawn.view);
    base.locator = new geobrief.Locator(map, page, base);
    geobrief.addTiles(map, page);
    const areas = new geobrief.Areas(map, page);
    page.markOf = (place) => marks.nodeOf(place);
    const flows = new geobrief.Flows(map, page, marks);
    const labels = new geobrief.Labels(map, page, marks, flows);
    page.layout = () => {
      marks.layout();
      flows.redraw();
      labels.layout();
    };
    map.on("moveend resize", page.layout);
    page.layout();
    geobrief.keepSharp(map);
    geobrief.yieldScroll(map, node, page);
    Object.assign(camera, { marks, areas, flows });
    for (const event of ["select", "filter"]) page.selection.on(event, () => page.layout());
    page.settled = followSize(map, node, camera, page);
    map.on("click", () => page.selection.select({}));
    return { map, camera, base };
  }

  // Calls back once what is on the page now has been painted.
  const afterPaint = (done) => requestAnimationFrame(() => setTimeout(done));

  // `quiet` where the page is drawn anew and the focus is to stay where it is.
  function start({ quiet = false } = {}) {
    const at = (id) => document.getElementById(id);
    const drawn = geobrief.readIsland("geobrief-map");
    const brief = geobrief.readBrief(geobrief.unpack(geobrief.readIsland("geobrief-data")), drawn);
    const { language } = drawn;
    const ending = new AbortController();
    const page = {
      // What listens outside the page's own elements stops with it.
      ended: ending.signal,
      drawn,
      brief,
      language: geobrief.localeOf(language),
      say: geobrief.speaker(language, geobrief.readIsland("geobrief-messages")),
      selection: new geobrief.Selection(brief),
      backlog: new geobrief.Backlog(),
      layout() {},
      settled() {},
      standAgain() {},
    };
    page.selection.quiet = quiet;
    let base = null;
    const slots = geobrief.showBar(at("bar"), page, () => base?.restyle());
    at("reading").setAttribute("aria-label", page.say("text"));
    const sheet = new geobrief.Sheet(at("handle"), at("page"), { say: page.say, settled: () => page.settled() });
    page.sheet = sheet;
    const articles = geobrief.showArticles(at("articles"), page);
    new geobrief.Tabs(at("tabs"), page, articles);
    geobrief.showPlaces(at("places"), page);
    geobrief.showCredits(at("credits"), page);
    geobrief.showLegend(at("legend"), page);
    const { showInText } = page;
    page.showInText = (claim, options) => {
      sheet.reveal();
      page.selection.read(claim.document, options);
      showInText(claim, options);
    };
    geobrief.showFinding(slots, at("timeline"), page);
    geobrief.showEmbedded(document.body, page);
    page.cite = (claim) => {
      const link = geobrief.ownAddress() + geobrief.formatAddress({ claim: claim.id });
      return geobrief.citation(claim, {
        ...page,
        document: brief.documents.find(({ id }) => id === claim.document),
        link,
      });
    };
    const mapped = drawMap(page, at("map"));
    base = mapped.base;
    geobrief.addSkipLink(document.body, at("map"), page);
    const prepare = () => {
      page.backlog.finish();
      geobrief.showPaperTables(at("claims"), at("articles"), page);
    };
    new geobrief.Paper({ ...mapped, page, prepare });
    new geobrief.Dialog(at("card"), page, mapped.camera);
    page.selection.on("select", ({ place }) => place && sheet.uncover());
    for (const id of ["reading", "card"]) geobrief.followLinks(at(id), page.selection);
    geobrief.followEvidence([at("reading"), at("card")]);
    geobrief.followOutside(page.ended);
    new geobrief.History(page, mapped.map, mapped.camera);
    afterPaint(() => {
      performance.mark(DRAWN);
      page.backlog.start();
    });
    const end = () => {
      ending.abort();
      mapped.map.remove();
    };
    return { page, end, ...mapped };
  }

  geobrief.start = start;

  const node = document.getElementById("map");
  geobrief.started = start();
  window[node.dataset.mapName] = geobrief.started.map;
})((globalThis.geobrief ??= {}));
