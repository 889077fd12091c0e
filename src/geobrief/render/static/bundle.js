"use strict";

// Flows that leave or reach one spot are bowed apart, so that each can be followed. Pixels throughout.
(function (geobrief) {
  const NEAR = 70;
  const MOST = 46;

  const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

  // Flows as [from, to], grouped by the spot that they share; each member knows which of its ends is there.
  function bundles(flows) {
    const crowd = (point) => flows.filter((ends) => ends.some((end) => distance(end, point) < NEAR)).length;
    const groups = [];
    flows.forEach(([from, to], index) => {
      const reversed = crowd(to) > crowd(from);
      const [hub, far] = reversed ? [to, from] : [from, to];
      const group = groups.find((each) => distance(each.hub, hub) < NEAR);
      const member = { index, reversed, angle: Math.atan2(far[1] - hub[1], far[0] - hub[0]), length: distance(hub, far) };
      if (group) group.members.push(member);
      else groups.push({ hub, members: [member] });
    });
    return groups.map((group) => group.members);
  }

  // The members in the order in which they fan out, seen from the spot: as they do, they keep clear of one another.
  function fan(members) {
    const sum = (part) => members.reduce((total, { angle }) => total + part(angle), 0);
    const mean = Math.atan2(sum(Math.sin), sum(Math.cos));
    const turn = ({ angle }) => Math.atan2(Math.sin(angle - mean), Math.cos(angle - mean));
    return [...members].sort((a, b) => turn(a) - turn(b) || a.index - b.index);
  }

  // For each flow, by how many pixels its middle is pushed to the right of its course.
  function bundleBows(flows) {
    const bows = flows.map(() => 0);
    for (const members of bundles(flows)) {
      fan(members).forEach((member, place) => {
        const aside = (place - (members.length - 1) / 2) * Math.min(MOST, member.length * 0.1);
        bows[member.index] = member.reversed ? -aside : aside;
      });
    }
    return bows;
  }

  Object.assign(geobrief, { bundleBows });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
