"use strict";

// Puts the page together anew from other islands: the map's view, the scrolled text, the choice and the focus stay.
(function (geobrief) {
  // How to find again what has the focus, once everything is made anew; null for what is not made anew.
  function finder(node) {
    if (!node || node === document.body || node.closest("#edit-bar, #edit-panel")) return () => node;
    const { place, claim, mention } = node.dataset;
    const root = node.closest("#map, #places, #articles, #card")?.id;
    const named = node.id ? `#${CSS.escape(node.id)}` : null;
    const value = place ? `[data-place="${CSS.escape(place)}"]` : claim ? `[data-claim="${CSS.escape(claim)}"]` : null;
    const found = named || (value && root && !mention ? `#${root} ${value}` : null);
    return () => found && document.querySelector(found);
  }

  function keep() {
    const { map, camera } = geobrief.started;
    return {
      center: map.getCenter(),
      zoom: map.getZoom(),
      moved: camera.moved,
      scroll: document.getElementById("reading").scrollTop,
      focus: finder(document.activeElement),
      selected: geobrief.selected(),
    };
  }

  function restore({ center, zoom, moved, scroll, focus, selected }, choice) {
    const { map, camera, page } = geobrief.started;
    camera.moved = moved;
    map.setView(center, zoom, { animate: false });
    document.getElementById("reading").scrollTop = scroll;
    const { claim, place } = page.selection;
    // Choosing moves the map to what is chosen where that is out of view; the card finds its place beside it.
    if (choice) page.selection.select(choice);
    else if (place) page.selection.select({ claim: claim?.id, place: place.id }, { record: false });
    page.selection.quiet = false;
    const node = focus();
    if (node && node !== document.activeElement) node.focus({ preventScroll: true });
    geobrief.select(selected);
  }

  // An island comes whole, or as the stretch of it that is exchanged.
  function patched(text, island) {
    if (typeof island === "string") return island;
    return text.slice(0, island.at) + island.put + text.slice(island.at + island.cut);
  }

  // `choice`, as {place} or {claim}, is what shall be chosen afterwards; without it what is chosen stays so.
  function redraw(islands, choice = null) {
    const kept = keep();
    geobrief.started.end();
    for (const [id, island] of Object.entries(islands)) {
      const node = document.getElementById(id);
      node.textContent = patched(node.textContent, island);
    }
    geobrief.empty();
    const name = document.getElementById("map").dataset.mapName;
    geobrief.started = geobrief.start({ quiet: true });
    window[name] = geobrief.started.map;
    document.title = geobrief.started.page.brief.title || document.title;
    restore(kept, choice);
  }

  Object.assign(geobrief, { redraw });
})((globalThis.geobrief ??= {}));
