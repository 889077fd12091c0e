"use strict";

// Search, filters and timeline, and where they stand: in the bar and under the map, or on a phone behind one button.
(function (geobrief) {
  function showFinding({ chips, finder }, timeline, page) {
    const facets = new geobrief.Facets(page);
    const bar = new geobrief.ChipBar(chips, page, [facets.button, facets.panel]);
    new geobrief.Finder(finder, page);
    new geobrief.Timeline(timeline, page);
    const homes = [
      [finder, facets.top],
      [bar.about, facets.top],
      [timeline, facets.below],
    ].map(([node, narrow]) => ({
      node,
      narrow,
      mark: node.parentElement.insertBefore(document.createComment(""), node),
    }));
    const settle = () => {
      for (const { node, narrow, mark } of homes) {
        if (geobrief.narrow()) narrow.append(node);
        else mark.after(node);
      }
    };
    geobrief.onNarrow(settle, page.ended);
    settle();
    page.uncoverFinder = () => geobrief.narrow() && facets.open(true);
    page.coverFinder = () => facets.open(false);
  }

  Object.assign(geobrief, { showFinding });
})((globalThis.geobrief ??= {}));
