"use strict";

// Points too near each other to be told apart, gathered; and points that lie on one another, laid out around their spot.
// Pixels throughout.
(function (geobrief) {
  // Two clusters' middles are this part of a cell apart or more.
  const APART = 0.8;
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));

  // The cells of a grid that hold points, each with its members in the order given and their sum.
  function cells(points, size) {
    const found = new Map();
    points.forEach(([x, y], member) => {
      const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
      const key = `${column},${row}`;
      let cell = found.get(key);
      if (!cell) found.set(key, (cell = { column, row, x: 0, y: 0, members: [] }));
      cell.x += x;
      cell.y += y;
      cell.members.push(member);
    });
    return found;
  }

  // The taken group that is nearest to a cell's middle, if it is too near to stand beside it.
  function tooNear(cell, taken, size) {
    let near = null;
    let least = APART * size;
    for (let column = cell.column - 1; column <= cell.column + 1; column += 1)
      for (let row = cell.row - 1; row <= cell.row + 1; row += 1) {
        const other = taken.get(`${column},${row}`);
        const apart = other ? Math.hypot(other.x - cell.x, other.y - cell.y) : Infinity;
        if (apart < least) [near, least] = [other, apart];
      }
    return near;
  }

  // Points as groups {x, y, members}, the largest first. The grid is fixed to the origin, so that a map that is
  // dragged keeps its groups.
  function clusters(points, size) {
    const middle = ({ column, row, x, y, members }) => ({
      column,
      row,
      members,
      x: x / members.length,
      y: y / members.length,
    });
    const byCount = [...cells(points, size).values()].map(middle);
    byCount.sort((a, b) => b.members.length - a.members.length || a.members[0] - b.members[0]);
    const taken = new Map();
    for (const cell of byCount) {
      const near = tooNear(cell, taken, size);
      if (near) near.members = near.members.concat(cell.members);
      else taken.set(`${cell.column},${cell.row}`, cell);
    }
    return [...taken.values()].map(({ x, y, members }) => ({ x, y, members }));
  }

  // Offsets from a spot at which so many discs, `gap` pixels wide, lie beside one another: a ring, then a sunflower.
  function around(count, gap) {
    if (count === 1) return [[0, 0]];
    const radius = Math.max(gap * 0.9, gap / (2 * Math.sin(Math.PI / count)));
    return Array.from({ length: count }, (_, i) => {
      const [angle, reach] =
        count <= 8 ? [(2 * Math.PI * i) / count - Math.PI / 2, radius] : [i * GOLDEN, gap * 0.62 * Math.sqrt(i + 1)];
      return [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
  }

  Object.assign(geobrief, { clusters, around });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
