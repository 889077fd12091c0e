"use strict";

// Claims that count the same thing, held against each other. A figure is an interval; null is an open end.
(function (geobrief) {
  const meet = (a, b) => (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);

  // Whether two figures cannot both hold. To deny a figure is to contradict whoever gives it.
  function conflict(a, b) {
    if (a.against && b.against) return false;
    return a.against || b.against ? meet(a, b) : !meet(a, b);
  }

  // What a claim with the figures `mine` is to one with the figures `theirs`, each by the thing that it is of.
  function relation(mine, theirs) {
    const shared = Object.keys(mine).filter((thing) => Object.hasOwn(theirs, thing));
    if (!shared.length) return "beside";
    return shared.some((thing) => conflict(mine[thing], theirs[thing])) ? "contradicts" : "agrees";
  }

  // The words of the figure that a claim shares with others of its group.
  function figureText(mine, others) {
    const thing = Object.keys(mine).find((key) => others.some((theirs) => Object.hasOwn(theirs, key)));
    return thing === undefined ? "" : mine[thing].text;
  }

  // The other claims of a claim's group, those that contradict it first; null where it is in none.
  // `group` are the claims of its group in their order, `figures` what they give as figures, by claim id.
  function companions(claim, group, figures) {
    const mine = figures?.[claim.id];
    if (!mine) return null;
    const fellows = group.filter((other) => other !== claim && figures[other.id]);
    const own = figureText(mine, fellows.map((other) => figures[other.id]));
    const others = ["contradicts", "agrees", "beside"].flatMap((kind) =>
      fellows
        .filter((other) => relation(mine, figures[other.id]) === kind)
        .map((other) => ({ claim: other, relation: kind, figure: figureText(figures[other.id], [mine]) })),
    );
    if (!others.length) return null;
    const { relation: kind } = others[0];
    return { relation: kind, count: others.filter((other) => other.relation === kind).length, figure: own, others };
  }

  Object.assign(geobrief, { companions });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
