"use strict";

// From the map island's integers, and from GeoJSON, to lists of [lon, lat] in degrees.
(function (geobrief) {
  // A flat list [x0, y0, dx1, dy1, …] of integers, first pair absolute, the others differences.
  function decodeLine(numbers, scale) {
    const line = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      line.push([x / scale, y / scale]);
    }
    return line;
  }

  const decodeLines = (lines, scale) => (lines || []).map((line) => decodeLine(line, scale));

  const decodeAreas = (areas, scale) => (areas || []).map((polygon) => decodeLines(polygon, scale));

  // The polygons of a GeoJSON geometry, each a list of rings; whatever is not a polygon gives none.
  function areasOf(geometry) {
    if (!geometry) return [];
    if (geometry.type === "Polygon") return [geometry.coordinates];
    if (geometry.type === "MultiPolygon") return geometry.coordinates;
    if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(areasOf);
    return [];
  }

  // The lines of a GeoJSON geometry: a place can be a front or a pipeline that a user drew.
  function linesOf(geometry) {
    if (!geometry) return [];
    if (geometry.type === "LineString") return [geometry.coordinates];
    if (geometry.type === "MultiLineString") return geometry.coordinates;
    if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(linesOf);
    return [];
  }

  // Rings as open lines without the segments where a polygon was merely cut: on one of the given edges.
  function coast(areas, edges) {
    const onEdge = (a, b) =>
      edges.lons.some((lon) => Math.abs(a[0] - lon) < edges.tolerance && Math.abs(b[0] - lon) < edges.tolerance) ||
      edges.lats.some((lat) => Math.abs(a[1] - lat) < edges.tolerance && Math.abs(b[1] - lat) < edges.tolerance);
    return areas.flat().flatMap((ring) => openRing(ring, onEdge));
  }

  function openRing(ring, cut) {
    const lines = [];
    let line = [];
    for (let i = 0; i < ring.length; i += 1) {
      const next = ring[(i + 1) % ring.length];
      if (cut(ring[i], next)) {
        if (line.length > 1) lines.push(line);
        line = [];
      } else {
        if (!line.length) line.push(ring[i]);
        line.push(next);
      }
    }
    if (line.length > 1) lines.push(line);
    return lines;
  }

  Object.assign(geobrief, { decodeLine, decodeLines, decodeAreas, areasOf, linesOf, coast });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
