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

  // Moves the map where the card would hide what it is about, or that is out of view: points [lon, lat], of a way both ends.
  function uncoverer(map, page) {
    return (points, card) => {
      // The card may just have changed how high the map is.
      map.invalidateSize({ pan: false });
      const turn = 360 * Math.round((map.getCenter().lng - points[points.length >> 1][0]) / 360);
      const where = points.map(([lon, lat]) => [lat, lon + turn]);
      const size = map.getSize();
      const box = freeBox(size, card);
      if ([where[0], where[where.length - 1]].every((point) => lies(map.latLngToContainerPoint(point), box))) return;
      page.moved = true;
      if (where.length > 1) fitWay(map, where, size, box);
      else moveTo(map, where[0], size, box);
    };
  }

  const lies = ({ x, y }, [left, top, right, bottom]) =>
    x > left + MARGIN && x < right - MARGIN && y > top + MARGIN && y < bottom - MARGIN;

  function fitWay(map, where, size, [left, top, right, bottom]) {
    map.fitBounds(where, {
      paddingTopLeft: [left + MARGIN, top + MARGIN],
      paddingBottomRight: [size.x - right + MARGIN, size.y - bottom + MARGIN],
      animate: false,
    });
  }

  function moveTo(map, middle, size, [left, top, right, bottom]) {
    const { y } = map.latLngToContainerPoint(middle);
    const wide = bottom === size.y;
    const kept = wide && y > MARGIN && y < size.y - MARGIN;
    const to = L.point((left + right) / 2, kept ? y : (top + bottom) / 2);
    // Where the whole world is in view, it cannot be moved up and down.
    const zoom = wide ? map.getZoom() : Math.max(map.getZoom(), NEARER);
    const centre = map.project(middle, zoom).add(size.divideBy(2)).subtract(to);
    map.setView(map.unproject(centre, zoom), zoom, { animate: false });
  }

  Object.assign(geobrief, { zoomer, freeBox, uncoverer });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
