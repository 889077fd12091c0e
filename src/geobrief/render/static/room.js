"use strict";

// Where the card stands and what of the map remains free beside it and the legend. Boxes are [left, top, right, bottom] in pixels.
(function (geobrief) {
  const MARGIN = 16;
  const CLEAR = 14;
  const LEAST = 110;

  // The places a card of this size may take: beside its mark, then docked at the map's corners, upper right first
  // (where the page runs from right to left, upper left).
  function cardSpots([width, height], [mapWidth, mapHeight], mark, mirrored) {
    const across = (left) => (mirrored ? mapWidth - width - left : left);
    const corners = [
      [across(mapWidth - MARGIN - width), MARGIN],
      [across(mapWidth - MARGIN - width), mapHeight - MARGIN - 24 - height],
      [across(MARGIN + 48), MARGIN],
      [across(MARGIN), mapHeight - MARGIN - 40 - height],
    ];
    const top = mark && Math.max(MARGIN, Math.min(mark[1] - 40, mapHeight - MARGIN - 24 - height));
    const beside = mark
      ? [
          [mark[0] + 28, top],
          [mark[0] - 28 - width, top],
        ]
      : [];
    const frame = [MARGIN - 1, MARGIN - 1, mapWidth - MARGIN + 1, mapHeight - MARGIN + 1];
    const boxes = (list) => list.map(([left, y]) => [left, y, left + width, y + height]);
    return [...boxes(beside).filter((box) => geobrief.inside(box, frame)), ...boxes(corners)];
  }

  const grown = (box, by) => [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
  const holds = (box, [x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3];
  const coveredBy = (box, points) => points.filter((point) => holds(grown(box, CLEAR), point)).length;

  const covers = (boxes, points) => boxes.some((box) => coveredBy(box, points) > 0);

  // What it costs to cover a point, and to give a card a pixel less than its height: it scrolls then.
  const COVERED = 6;
  const LOWER = 0.1;

  // The spot and height at which a card covers none of the points to be seen and as little as may be of the others;
  // null where there is none. `heights` are those that it may have, its own first.
  function cardSpot(width, heights, mapSize, mark, seen, others, mirrored = false) {
    const spots = heights.flatMap((height) => cardSpots([width, height], mapSize, mark, mirrored));
    const cost = (box) => coveredBy(box, others) * COVERED + (heights[0] - (box[3] - box[1])) * LOWER;
    const clear = spots.filter((box) => !coveredBy(box, seen)).map((box) => ({ box, cost: cost(box) }));
    return clear.length ? clear.reduce((best, each) => (each.cost < best.cost ? each : best)).box : null;
  }

  // Where a card is docked when the map has to move anyway.
  function dock(width, height, mapWidth, mirrored = false) {
    const left = mirrored ? MARGIN : mapWidth - MARGIN - width;
    return [left, MARGIN, left + width, MARGIN + height];
  }

  // The parts of the map that no box covers, as large as they can be.
  function freeRooms([mapWidth, mapHeight], boxes) {
    let rooms = [[0, 0, mapWidth, mapHeight]];
    for (const box of boxes)
      rooms = rooms.flatMap((room) => (geobrief.overlaps(room, box) ? around(room, box) : [room]));
    return rooms.filter((room) => room[2] - room[0] > LEAST && room[3] - room[1] > LEAST);
  }

  const around = (room, box) => [
    [room[0], room[1], Math.min(room[2], box[0]), room[3]],
    [room[0], Math.max(room[1], box[3]), room[2], room[3]],
    [Math.max(room[0], box[2]), room[1], room[2], room[3]],
    [room[0], room[1], room[2], Math.min(room[3], box[1])],
  ];

  const allInside = (points, box, margin) =>
    points.every(
      ([x, y]) => x >= box[0] + margin && x <= box[2] - margin && y >= box[1] + margin && y <= box[3] - margin,
    );

  Object.assign(geobrief, { cardSpot, dock, covers, freeRooms, allInside });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
