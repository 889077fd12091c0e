"use strict";

// Where the card stands and what of the map remains free beside it. Boxes are [left, top, right, bottom] in pixels.
(function (geobrief) {
  const MARGIN = 16;

  // The places a card of this size may take: beside its mark, then docked at the map's corners, upper right first.
  function cardSpots([width, height], [mapWidth, mapHeight], mark) {
    const corners = [
      [mapWidth - MARGIN - width, MARGIN],
      [mapWidth - MARGIN - width, mapHeight - MARGIN - 24 - height],
      [MARGIN + 48, MARGIN],
      [MARGIN, mapHeight - MARGIN - 40 - height],
    ];
    const top = mark && Math.max(MARGIN, Math.min(mark[1] - 40, mapHeight - MARGIN - 24 - height));
    const beside = mark ? [[mark[0] + 28, top], [mark[0] - 28 - width, top]] : [];
    const frame = [MARGIN - 1, MARGIN - 1, mapWidth - MARGIN + 1, mapHeight - MARGIN + 1];
    const boxes = (list) => list.map(([left, y]) => [left, y, left + width, y + height]);
    return [...boxes(beside).filter((box) => geobrief.inside(box, frame)), ...boxes(corners)];
  }

  // The first spot that covers none of the points to be seen; else the upper right, and the map has to move.
  function cardSpot(size, mapSize, mark, seen) {
    const spots = cardSpots(size, mapSize, mark);
    const covers = (box) => seen.some(([x, y]) => x > box[0] - 14 && x < box[2] + 14 && y > box[1] - 14 && y < box[3] + 14);
    const clear = spots.find((box) => !covers(box));
    return { box: clear || spots[spots.length - 4], clear: Boolean(clear) };
  }

  // The widest part of the map beside, below or above a card.
  function freeRoom([mapWidth, mapHeight], card) {
    if (!card) return [0, 0, mapWidth, mapHeight];
    const parts = [
      [0, 0, card[0], mapHeight],
      [card[2], 0, mapWidth, mapHeight],
      [0, 0, mapWidth, card[1]],
      [0, card[3], mapWidth, mapHeight],
    ];
    const area = (box) => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
    return parts.reduce((best, part) => (area(part) > area(best) ? part : best));
  }

  const allInside = (points, box, margin) =>
    points.every(([x, y]) => x >= box[0] + margin && x <= box[2] - margin && y >= box[1] + margin && y <= box[3] - margin);

  Object.assign(geobrief, { cardSpot, freeRoom, allInside });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
