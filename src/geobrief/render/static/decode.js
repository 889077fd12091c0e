"use strict";

// From the map island's integers, and from GeoJSON, to lists of [lon, lat] in degrees.
(function (geobrief) {
  // The characters of `brief/coordinates.py`: the first 64 end a number, the others say that it goes on.
  const ESCAPED = [..."&'<>"].map((sign) => sign.charCodeAt(0)).concat(92, 96);
  const DIGITS = Array.from({ length: 92 }, (_, i) => 35 + i).filter((code) => !ESCAPED.includes(code));
  const LAST = 64;
  const MORE = DIGITS.length - LAST;
  const VALUES = new Uint8Array(128);
  DIGITS.forEach((digit, value) => (VALUES[digit] = value));

  // The whole numbers that a text stands for.
  function decodeNumbers(text) {
    const numbers = [];
    let value = 0;
    let unit = 1;
    for (let i = 0; i < text.length; i += 1) {
      const part = VALUES[text.charCodeAt(i)];
      value += part * unit;
      if (part >= LAST) {
        unit *= MORE;
        continue;
      }
      numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
      value = 0;
      unit = 1;
    }
    return numbers;
  }

  // A line of numbers x0, y0, dx1, dy1, …: the first pair absolute, the others differences.
  function decodeLine(text, scale) {
    const numbers = decodeNumbers(text);
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

  // Lines are parted by spaces; so are polygons, whose rings are parted by exclamation marks.
  const decodeLines = (lines, scale) => (lines ? lines.split(" ").map((line) => decodeLine(line, scale)) : []);

  const decodeAreas = (areas, scale) =>
    areas ? areas.split(" ").map((polygon) => polygon.split("!").map((ring) => decodeLine(ring, scale))) : [];

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

  Object.assign(geobrief, { decodeNumbers, decodeLine, decodeLines, decodeAreas, areasOf, linesOf, coast });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
