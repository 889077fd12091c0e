"use strict";

// Flows that leave or reach one spot are bowed apart, so that each can be followed. Pixels throughout.
(function (geobrief) {
  const NEAR = 70;
  const MOST = 46;
  const PART = 0.14;

  const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

  // Flows as [from, to], grouped by the spot that they share; each member knows which of its ends is there.
  function bundles(flows) {
    const crowd = (point) => flows.filter((ends) => ends.some((end) => distance(end, point) < NEAR)).length;
    const groups = [];
    const groupAt = (point) => groups.find((each) => distance(each.hub, point) < NEAR);
    flows.forEach(([from, to], index) => {
      const [here, there] = [crowd(from), crowd(to)];
      const reversed = there > here || (there === here && !groupAt(from) && Boolean(groupAt(to)));
      const [hub, far] = reversed ? [to, from] : [from, to];
      const group = groupAt(hub);
      const member = { index, reversed, hub, far, length: distance(hub, far) };
      if (group) group.members.push(member);
      else groups.push({ hub, members: [member] });
    });
    return groups.map((group) => group.members);
  }

  // The members as their middles lie from left to right of their common course: bowed in this order they do not cross.
  function fan(members) {
    const course = [0, 1].map((axis) =>
      members.reduce((sum, { hub, far, length }) => sum + (far[axis] - hub[axis]) / (length || 1), 0),
    );
    const aside = ({ hub, far }) => (hub[1] + far[1]) * course[0] - (hub[0] + far[0]) * course[1];
    return [...members].sort((a, b) => aside(a) - aside(b) || a.index - b.index);
  }

  // For each flow, by how many pixels its middle is pushed to the right of its course.
  function bundleBows(flows) {
    const bows = flows.map(() => 0);
    for (const members of bundles(flows)) {
      fan(members).forEach((member, place) => {
        const aside = (place - (members.length - 1) / 2) * Math.min(MOST, member.length * PART);
        bows[member.index] = member.reversed ? -aside : aside;
      });
    }
    return bows;
  }

  // Pixels across of an arrow's thick end, by the logarithm of what moves: 10 people 3.4, 1,000 5.2, 1,000,000 7.9.
  function flowWidth(quantities) {
    const most = quantities.reduce((found, { value }) => Math.max(found, value), 0);
    return most ? Math.min(9, 2.5 + 0.9 * Math.log10(Math.max(1, most))) : 3.4;
  }

  Object.assign(geobrief, { bundleBows, flowWidth });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
