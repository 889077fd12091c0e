"use strict";

// Brings a cell into view: at the zoom at which it or its children are drawn, and out from under the card.
(function (geobrief) {
  // Pixels that a cell's middle keeps from what covers the map.
  const MARGIN = 36;
  // The zoom at which a phone shows a part of the world only; cells are as coarse as at the zooms below.
  const NEARER = 2.5;

  // A cell in the map's middle, at a zoom at which its children, or with `own` it itself, are drawn.
  function zoomer(map, { corpus }) {
    return ({ level, cell }, { own = false } = {}) => {
      const [west, south, east, north] = corpus.levels[level].boxes[cell];
      const wanted = Math.min(corpus.levels.length - 1, own ? level : level + 1);
      let zoom = map.getBoundsZoom([
        [south, west],
        [north, east],
      ]);
      while (geobrief.levelAt(corpus.levels, zoom) > wanted && zoom > 1) zoom -= 0.25;
      while (geobrief.levelAt(corpus.levels, zoom) < wanted) zoom += 0.25;
      map.setView([(south + north) / 2, (west + east) / 2], zoom, { animate: !geobrief.reducedMotion() });
    };
  }

  // What a card leaves free of a map, as [left, top, right, bottom]: beside a narrow one, above a wide one. Pixels.
  function freeBox({ x: width, y: height }, { offsetLeft: left, offsetTop: top, offsetWidth: across }) {
    if (across >= width / 2) return [0, 0, width, top];
    return left > width / 2 ? [0, 0, left, height] : [left + across, 0, width, height];
  }

  // Moves the map where the card would hide the cell that it is about, or the cell is out of view.
  function uncoverer(map, page) {
    const { corpus } = page;
    return ({ level, cell }, card) => {
      // The card may just have changed how high the map is.
      map.invalidateSize({ pan: false });
      const [west, south, east, north] = corpus.levels[level].boxes[cell];
      const middle = [(south + north) / 2, (west + east) / 2];
      const { x, y } = map.latLngToContainerPoint(middle);
      const size = map.getSize();
      const [left, top, right, bottom] = freeBox(size, card);
      if (x > left + MARGIN && x < right - MARGIN && y > top + MARGIN && y < bottom - MARGIN) return;
      page.moved = true;
      const wide = bottom === size.y;
      const kept = wide && y > MARGIN && y < size.y - MARGIN;
      const to = L.point((left + right) / 2, kept ? y : (top + bottom) / 2);
      // Where the whole world is in view, it cannot be moved up and down.
      const zoom = wide ? map.getZoom() : Math.max(map.getZoom(), NEARER);
      const centre = map.project(middle, zoom).add(size.divideBy(2)).subtract(to);
      map.setView(map.unproject(centre, zoom), zoom, { animate: false });
    };
  }

  Object.assign(geobrief, { zoomer, freeBox, uncoverer });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
