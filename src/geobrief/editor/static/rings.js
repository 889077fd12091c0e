"use strict";

// Areas as they are edited: parts, each an outer ring and its holes, each ring its corners as [lon, lat] without the
// first one repeated. Longitudes run on past 180 degrees where a part does.
(function (geobrief) {
  const CORNERS = 3;

  const opened = (ring) => ring.slice(0, -1).map(([lon, lat]) => [lon, lat]);
  const closed = (ring) => [...ring, ring[0]];

  // The parts of a Polygon or MultiPolygon; none of anything else.
  function partsOf(geometry) {
    if (geometry?.type === "Polygon") return [geometry.coordinates.map(opened)];
    return geometry?.type === "MultiPolygon" ? geometry.coordinates.map((rings) => rings.map(opened)) : [];
  }

  // The parts as GeoJSON; null where there are none. Which way its rings turn is the server's business.
  function geometryOf(parts) {
    const coordinates = parts.map((rings) => rings.map(closed));
    if (!coordinates.length) return null;
    return coordinates.length === 1
      ? { type: "Polygon", coordinates: coordinates[0] }
      : { type: "MultiPolygon", coordinates };
  }

  const copied = (parts) => parts.map((rings) => rings.map((ring) => ring.map((corner) => [...corner])));

  // The parts moved by whole turns, all alike, to where they lie next to a longitude.
  function nextTo(parts, lon) {
    const lons = parts.flat(2).map((corner) => corner[0]);
    const least = lons.reduce((a, b) => Math.min(a, b), Infinity);
    const most = lons.reduce((a, b) => Math.max(a, b), -Infinity);
    const shift = lons.length ? 360 * Math.round((lon - (least + most) / 2) / 360) : 0;
    return shift ? parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x + shift, y]))) : parts;
  }

  // Whether a ring holds a point, by how often a line from it to the east crosses the ring.
  function holds(ring, [x, y]) {
    let inside = false;
    ring.forEach(([x2, y2], i) => {
      const [x1, y1] = ring[(i || ring.length) - 1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
    return inside;
  }

  // A ring more: a part of its own, or a hole of the part that holds its first corner; null where none does.
  function withRing(parts, ring, hole) {
    if (!hole) return [...parts, [ring]];
    const at = parts.findIndex(([outer]) => holds(outer, ring[0]));
    return at < 0 ? null : parts.map((rings, i) => (i === at ? [...rings, ring] : rings));
  }

  // Without a ring; an outer one takes its holes along.
  function withoutRing(parts, { part, ring }) {
    if (ring === 0) return parts.filter((_, i) => i !== part);
    return parts.map((rings, i) => (i === part ? rings.filter((_, j) => j !== ring) : rings));
  }

  // Without a corner; a ring that had three is gone with it.
  function withoutCorner(parts, { part, ring, at }) {
    if (parts[part][ring].length <= CORNERS) return withoutRing(parts, { part, ring });
    const left = copied(parts);
    left[part][ring].splice(at, 1);
    return left;
  }

  // Calls back with each ring and where it is.
  function eachRing(parts, visit) {
    parts.forEach((rings, part) => rings.forEach((corners, ring) => visit(corners, { part, ring })));
  }

  // The corner, of those given as {x, y, ...}, that lies next to a point and within reach; else null.
  function nearestCorner(corners, { x, y }, reach) {
    let best = null;
    let least = reach;
    for (const corner of corners) {
      const apart = Math.hypot(corner.x - x, corner.y - y);
      if (apart <= least) [best, least] = [corner, apart];
    }
    return best;
  }

  // Where on a stretch from one point to another a third one lies next to.
  function onStretch(a, b, { x, y }) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = dx || dy ? Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy))) : 0;
    return { x: a.x + along * dx, y: a.y + along * dy };
  }

  // The edge next to a point and within reach, as {part, ring, at, x, y}: `at` is where a corner would be put in.
  function nearestEdge(parts, project, point, reach) {
    let best = null;
    let least = reach;
    eachRing(parts, (corners, where) => {
      let before = project(corners[corners.length - 1]);
      corners.forEach((corner, at) => {
        const after = project(corner);
        const spot = onStretch(before, after, point);
        const apart = Math.hypot(spot.x - point.x, spot.y - point.y);
        if (apart <= least) [best, least] = [{ ...where, at: at || corners.length, ...spot }, apart];
        before = after;
      });
    });
    return best;
  }

  // The corners that are shown, as {part, ring, at, x, y}: those in a box, and of those that would cover each other one.
  function shownCorners(parts, project, size, apart, always = null) {
    const shown = [];
    const taken = new Set();
    eachRing(parts, (corners, where) =>
      corners.forEach((corner, at) => {
        const { x, y } = project(corner);
        if (x < -apart || y < -apart || x > size.x + apart || y > size.y + apart) return;
        const cell = `${Math.floor(x / apart)} ${Math.floor(y / apart)}`;
        const wanted = always && always.part === where.part && always.ring === where.ring && always.at === at;
        if (taken.has(cell) && !wanted) return;
        taken.add(cell);
        shown.push({ ...where, at, x, y });
      }),
    );
    return shown;
  }

  const countCorners = (parts) => parts.flat().reduce((sum, ring) => sum + ring.length, 0);

  // Without the corners that `simplify`, given a closed line of points, leaves out; a ring keeps three at least.
  function simplified(parts, project, simplify) {
    return parts.map((rings) =>
      rings.map((ring) => {
        const points = closed(ring).map((corner) => Object.assign(project(corner), { corner }));
        const kept = simplify(points).slice(0, -1);
        return kept.length >= CORNERS ? kept.map(({ corner }) => corner) : ring;
      }),
    );
  }

  Object.assign(geobrief, {
    CORNERS, partsOf, geometryOf, copied, nextTo, withRing, withoutRing, withoutCorner,
    nearestCorner, nearestEdge, shownCorners, countCorners, simplified,
  });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
