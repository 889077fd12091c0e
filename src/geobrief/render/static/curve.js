"use strict";

// Curves in pixel space: a great circle as it lies on the screen, bowed, trimmed, and drawn as a tapered arrow.
(function (geobrief) {
  // Pixels of ink and of gap.
  const PATTERNS = { dashed: [13, 5], dotted: [3.2, 4.2] };

  const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

  // Lines cut at the 180th meridian as one, its longitudes running on past 180.
  function unwrap(lines) {
    const joined = [];
    for (const point of lines.flat()) {
      const last = joined[joined.length - 1];
      const lon = last ? point[0] + 360 * Math.round((last[0] - point[0]) / 360) : point[0];
      if (!last || Math.abs(lon - last[0]) > 1e-9 || Math.abs(point[1] - last[1]) > 1e-9) joined.push([lon, point[1]]);
    }
    return joined;
  }

  // Points along a polyline every `step`, rounded off by a Catmull-Rom spline.
  function smooth(points, step) {
    if (points.length < 2) return points;
    const out = [];
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [p0, p1, p2, p3] = [points[i - 1] || points[i], points[i], points[i + 1], points[i + 2] || points[i + 1]];
      const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
      for (let k = 0; k < pieces; k += 1)
        out.push([0, 1].map((axis) => spline(p0[axis], p1[axis], p2[axis], p3[axis], k / pieces)));
    }
    out.push(points[points.length - 1]);
    return out;
  }

  function spline(a, b, c, d, t) {
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  }

  // Pushes a curve sideways by `amount` pixels at its middle, nothing at its ends; positive is to the right of its course.
  function bow(points, amount) {
    if (!amount || points.length < 2) return points;
    const [first, last] = [points[0], points[points.length - 1]];
    const chord = distance(first, last) || 1;
    const normal = [-(last[1] - first[1]) / chord, (last[0] - first[0]) / chord];
    const along = lengths(points);
    const whole = along[along.length - 1] || 1;
    return points.map((point, i) => {
      const t = along[i] / whole;
      const shift = 4 * amount * t * (1 - t);
      return [point[0] + normal[0] * shift, point[1] + normal[1] * shift];
    });
  }

  // How far along the curve each of its points lies.
  function lengths(points) {
    const along = [0];
    for (let i = 1; i < points.length; i += 1) along.push(along[i - 1] + distance(points[i - 1], points[i]));
    return along;
  }

  // The curve from `from` to `to` pixels along it.
  function slice(points, from, to, along = lengths(points)) {
    const out = [];
    for (let i = Math.max(0, firstAfter(along, from) - 1); i + 1 < points.length && along[i] < to; i += 1) {
      if (along[i + 1] <= from) continue;
      const at = (d) => mix(points[i], points[i + 1], (d - along[i]) / (along[i + 1] - along[i]));
      if (!out.length) out.push(at(Math.max(from, along[i])));
      out.push(at(Math.min(to, along[i + 1])));
    }
    return out;
  }

  // Index of the first length greater than `d`, by bisection.
  function firstAfter(along, d) {
    let [low, high] = [0, along.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (along[middle] > d) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // How far along a curve the first and the last of its points in a box lie; null where none does.
  function within(points, box, along = lengths(points)) {
    const inBox = ([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
    const first = points.findIndex(inBox);
    if (first < 0) return null;
    const last = points.length - 1 - [...points].reverse().findIndex(inBox);
    return [along[Math.max(0, first - 1)], along[Math.min(points.length - 1, last + 1)]];
  }

  const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

  // Both sides of a curve, its half-width given by a function of the pixels along it.
  function ribbon(points, offset, half) {
    const along = lengths(points);
    const left = [];
    const right = [];
    points.forEach((point, i) => {
      const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
      const run = distance(a, b) || 1;
      const normal = [-(b[1] - a[1]) / run, (b[0] - a[0]) / run];
      const width = half(offset + along[i]);
      left.push([point[0] + normal[0] * width, point[1] + normal[1] * width]);
      right.push([point[0] - normal[0] * width, point[1] - normal[1] * width]);
    });
    return [...left, ...right.reverse()];
  }

  const path = (points, close) =>
    points.length ? `M${points.map((p) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join("L")}${close ? "Z" : ""}` : "";

  function arrowhead(points, size) {
    const tip = points[points.length - 1];
    const base = points[0];
    const run = distance(base, tip) || 1;
    const normal = [-(tip[1] - base[1]) / run, (tip[0] - base[0]) / run];
    const wing = (side) => [base[0] + normal[0] * size * side, base[1] + normal[1] * size * side];
    return [tip, wing(1), mix(base, tip, 0.22), wing(-1)];
  }

  // Stretches of a body that are inked between `from` and `to`: one for a solid line, dashes or dots for the others.
  function stretches(from, to, pattern) {
    if (!PATTERNS[pattern]) return to > from ? [[from, to]] : [];
    const [ink, gap] = PATTERNS[pattern];
    const found = [];
    const first = Math.floor(from / (ink + gap)) * (ink + gap);
    for (let at = first; at < to - 0.5; at += ink + gap) found.push([at, Math.min(to, at + ink)]);
    return found;
  }

  // A cross through the middle of a flow that is denied or doubted.
  function cross(points, arm) {
    const along = lengths(points);
    const middle = slice(points, along[along.length - 1] / 2 - 0.5, along[along.length - 1] / 2 + 0.5)[0];
    if (!middle) return "";
    return [45, 135]
      .map((degrees) => {
        const [x, y] = [Math.cos((degrees * Math.PI) / 180) * arm, Math.sin((degrees * Math.PI) / 180) * arm];
        return path(
          ribbon(
            [
              [middle[0] - x, middle[1] - y],
              [middle[0] + x, middle[1] + y],
            ],
            0,
            () => 1.3,
          ),
          true,
        );
      })
      .join("");
  }

  // SVG path data of a tapered arrow along a curve; empty where there is no room for one.
  // `trim` is [at the origin, at the destination] in pixels, `width` [there, here], `head` its length, `pattern` a style,
  // `shown` the stretch [from, to] of the curve outside of which nothing need be drawn.
  function arrow(points, { trim, width, head, pattern, shown = [0, Infinity] }) {
    const whole = lengths(points).pop() || 0;
    const body = slice(points, trim[0], whole - trim[1]);
    const length = whole - trim[0] - trim[1];
    if (length < head + 8 || body.length < 2) return "";
    const along = lengths(body);
    const half = (d) => (width[0] + ((width[1] - width[0]) * d) / length) / 2;
    const [from, to] = [Math.max(0, shown[0] - trim[0]), Math.min(length - head * 0.8, shown[1] - trim[0])];
    const inked = stretches(from, to, pattern);
    const shaft = inked.map(([a, b]) => path(ribbon(slice(body, a, b, along), a, half), true));
    const tip = path(arrowhead(slice(body, length - head, length, along), head * 0.5), true);
    return shaft.join("") + tip + (pattern === "crossed" ? cross(body, 8) : "");
  }

  Object.assign(geobrief, { unwrap, smooth, bow, lengths, slice, within, path, arrow, stretches });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
