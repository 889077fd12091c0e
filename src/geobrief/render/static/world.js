"use strict";

// Which copy of the world a longitude is drawn in: the one next to the first view. The only line that hands lat before lon to Leaflet.
(function (geobrief) {
  // For a view that runs past 180 degrees, whole turns bring what lies across the meridian to the near side.
  function nearShift(lon, [west, , east]) {
    return east > 180 ? 360 * Math.round(((west + east) / 2 - lon) / 360) : 0;
  }

  const latLng = ([lon, lat]) => [lat, lon];
  const latLngs = (line, shift = 0) => line.map(([lon, lat]) => latLng([lon + shift, lat]));

  const nearPoint = (point, view) => [point[0] + nearShift(point[0], view), point[1]];

  // Each polygon whole on the side where its middle is nearer; a country cut at 180 becomes one piece again.
  function nearAreas(areas, view) {
    return areas.map((polygon) => {
      const lons = polygon[0].map((point) => point[0]);
      const shift = nearShift(
        (lons.reduce((a, b) => Math.min(a, b), Infinity) + lons.reduce((a, b) => Math.max(a, b), -Infinity)) / 2,
        view,
      );
      return polygon.map((ring) => ring.map(([lon, lat]) => [lon + shift, lat]));
    });
  }

  // A line that ran on past 180, moved as a whole so that its end is where the mark is.
  function nearLine(line, view) {
    const end = line[line.length - 1];
    const shift = end ? nearPoint(end, view)[0] - end[0] : 0;
    const onMap = shift || (view[2] <= 180 && end && Math.abs(end[0]) > 180 ? -360 * Math.sign(end[0]) : 0);
    return line.map(([lon, lat]) => [lon + onMap, lat]);
  }

  // In a view that is wider than these degrees the far side of the map may be seen: it goes on at both sides.
  const ALL_ROUND = 150;

  // The turns by which the base map is repeated.
  function copies([west, , east]) {
    if (east - west >= ALL_ROUND) return [-360, 0, 360];
    return east > 180 ? [0, 360] : [0];
  }

  // A line that crosses the edge of the map, once with its end on the map and once with its beginning there.
  function bothEnds(line, view) {
    const ended = nearLine(line, view);
    if (!ended.length) return [ended];
    const shift = nearPoint([((((ended[0][0] + 180) % 360) + 360) % 360) - 180, 0], view)[0] - ended[0][0];
    return Math.abs(shift) < 1 ? [ended] : [ended, ended.map(([lon, lat]) => [lon + shift, lat])];
  }

  Object.assign(geobrief, { latLng, latLngs, nearPoint, nearAreas, nearLine, bothEnds, copies });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
