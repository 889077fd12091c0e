"use strict";

// Where the card stands and what of the map remains free beside it and the legend. Boxes are [left, top, right, bottom] in pixels.
(function (geobrief) {
  const MARGIN = 16;
  const CLEAR = 14;
  const LEAST = 96;
  // From the middle of a mark to the card beside it.
  const BESIDE = 28;

  // What it costs to stand elsewhere than beside the mark, to cover a mark or a point of an arc, and to be a pixel lower
  // than the card's own height: it scrolls then.
  const AWAY = { dock: 1, corner: 2, edge: 4 };
  const MARK = 12;
  const POINT = 4;
  const LOWER = 0.1;
  // Pixels between the spots along an edge, and those that the zoom buttons, the scale and the attribution need.
  const STEP = 40;
  const KEPT = { buttons: 48, scale: 40, attribution: 24 };

  // The spots that a card of this size may take, each with its cost: beside its mark, docked at the map's corners (the
  // upper right one first; where the page runs from right to left, the upper left), along the lower and upper edge.
  function cardSpots([width, height], [mapWidth, mapHeight], mark, mirrored) {
    const across = (left) => (mirrored ? mapWidth - width - left : left);
    const right = mapWidth - MARGIN - width;
    const low = mapHeight - MARGIN - height;
    const spots = [
      [across(right), MARGIN, AWAY.dock],
      [across(right), low - KEPT.attribution, AWAY.corner],
      [across(MARGIN + KEPT.buttons), MARGIN, AWAY.corner],
      [across(MARGIN), low - KEPT.scale, AWAY.corner],
    ];
    for (let left = MARGIN + KEPT.buttons + STEP; left < right; left += STEP)
      spots.push([across(left), low - KEPT.scale, AWAY.edge], [across(left), MARGIN, AWAY.edge]);
    if (mark) {
      const top = Math.max(MARGIN, Math.min(mark[1] - STEP, low - KEPT.attribution));
      spots.unshift([mark[0] + BESIDE, top, 0], [mark[0] - BESIDE - width, top, 0]);
    }
    const frame = [MARGIN - 1, MARGIN - 1, mapWidth - MARGIN + 1, mapHeight - MARGIN + 1];
    return spots
      .map(([left, top, cost]) => ({ box: [left, top, left + width, top + height], cost }))
      .filter(({ box }) => geobrief.inside(box, frame));
  }

  const grown = (box, by) => [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
  const holds = (box, [x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3];
  const coveredBy = (box, points) => points.filter((point) => holds(grown(box, CLEAR), point)).length;

  const covers = (boxes, points) => boxes.some((box) => coveredBy(box, points) > 0);

  // The spot and height at which a card covers none of the points to be seen and as little as may be of the rest; null
  // where there is none. `heights` are those that it may have, its own first. The rest are other `marks`, `points` of
  // arcs, and `boxes` of what lies on the map, each with what it costs to cover it.
  function cardSpot(width, heights, mapSize, mark, seen, rest = {}, mirrored = false) {
    const { marks = [], points = [], boxes = [] } = rest;
    const spots = heights.flatMap((height) =>
      cardSpots([width, height], mapSize, mark, mirrored).map(({ box, cost }) => ({
        box,
        cost: cost + (heights[0] - height) * LOWER,
      })),
    );
    const hidden = (box) =>
      coveredBy(box, marks) * MARK +
      coveredBy(box, points) * POINT +
      boxes.reduce((sum, each) => sum + (geobrief.overlaps(box, each.box) ? each.cost : 0), 0);
    const clear = spots
      .filter(({ box }) => !coveredBy(box, seen))
      .map(({ box, cost }) => ({ box, cost: cost + hidden(box) }));
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
