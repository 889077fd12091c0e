"use strict";

// What a card is about, a cell or a movement, under the filter: its name, counts, claims, times, and where it is.
(function (geobrief) {
  function cellSubject({ level, cell }, page) {
    const { corpus, choice, say } = page;
    const { boxes, paths, up, level: resolution } = corpus.levels[level];
    const [west, south, east, north] = boxes[cell];
    const index = geobrief.indexOf(paths[cell], resolution);
    const inside = Uint8Array.from(up, (each) => (each === cell ? 1 : 0));
    return {
      data: { cell: index },
      name: geobrief.cellName({ level, cell }, page) || say("emptyCell"),
      claims: geobrief.claimsPassing((claim) => up[claim.cell] === cell || claim.again?.some((each) => up[each] === cell), page),
      bins: () => geobrief.binsOf([corpus.cube, corpus.cube.again], corpus.cube.sizes, choice.chosen(), inside, resolution),
      points: [[(west + east) / 2, (south + north) / 2]],
      zooms: level < corpus.levels.length - 1,
      path: `/api/cell/${index}`,
      values: {},
    };
  }

  function flowSubject({ flow }, page) {
    const { corpus, choice } = page;
    const { from, to, lines } = corpus.flows[flow];
    const line = geobrief.unwrap(lines);
    const inside = new Uint8Array(corpus.flows.length);
    inside[flow] = 1;
    return {
      data: { flow: `${from},${to}` },
      name: geobrief.flowName({ flow }, page),
      claims: geobrief.claimsPassing((claim) => claim.flow === flow, page),
      bins: () => geobrief.binsOf([corpus.flowRows], corpus.cube.sizes, choice.chosen(), inside, 0),
      points: line,
      zooms: false,
      path: "/api/claims",
      values: { origin: from, destination: to },
    };
  }

  function subjectOf(chosen, page) {
    const { choice } = page;
    const subject = "flow" in chosen ? flowSubject(chosen, page) : cellSubject(chosen, page);
    return { ...subject, counts: choice.of(chosen), total: choice.totalOf(chosen) };
  }

  Object.assign(geobrief, { subjectOf });
})((globalThis.geobrief ??= {}));
