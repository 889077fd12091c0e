"use strict";

// What the reader chose, a cell and a filter, and what is counted under it. Views listen: `select`, `filter`.
(function (geobrief) {
  const NONE = { from: null, to: null, certainty: [], kind: [], publisher: [] };

  class Choice {
    constructor(corpus) {
      Object.assign(this, { corpus, filter: NONE, cell: null, lit: null, listeners: {} });
      this.count();
    }

    on(event, listener) {
      (this.listeners[event] ??= []).push(listener);
    }

    tell(event, details) {
      for (const listener of this.listeners[event] || []) listener(details);
    }

    // The values of each facet that are let through, as numbers of the cube; a facet without a filter is left out.
    chosen() {
      const { corpus, filter } = this;
      const numbers = (names, all) => names.map((name) => all.indexOf(name)).filter((at) => at >= 0);
      const chosen = { bin: geobrief.binsIn(corpus.bins, filter) };
      if (filter.certainty.length) chosen.certainty = numbers(filter.certainty, corpus.certainties);
      if (filter.kind.length) {
        const kinds = numbers(filter.kind, corpus.kinds);
        const { kinds: sets } = corpus.cube;
        chosen.kind = [...sets.keys()].filter((at) => sets[at].some((kind) => kinds.includes(kind)));
      }
      if (filter.publisher.length) chosen.publisher = numbers(filter.publisher, corpus.publishers);
      return chosen;
    }

    count() {
      const { corpus } = this;
      const { cube, kinds } = corpus;
      const chosen = this.chosen();
      this.counted = geobrief.tally(cube, chosen, corpus.names.length);
      const { cells, facets } = this.counted;
      facets.kind = geobrief.byKind(cube.kinds, facets.kind, kinds.length);
      // From coarse to fine more of a claim's places lie in cells of their own.
      this.sums = corpus.levels.map((level) => {
        geobrief.addAgain(cube, chosen, level.level, cells);
        return geobrief.summed(cells, level, cube.sizes[0]);
      });
    }

    // Claims of a cell {level, cell} by certainty.
    of({ level, cell }) {
      const width = this.corpus.cube.sizes[0];
      return this.sums[level].subarray(cell * width, (cell + 1) * width);
    }

    totalOf(cell) {
      return this.of(cell).reduce((sum, n) => sum + n, 0);
    }

    // `record: false` while a pointer still moves.
    setFilter(filter, { record = true } = {}) {
      this.filter = { ...NONE, ...filter };
      this.count();
      this.tell("filter", { record });
      if (record) this.tell("record");
    }

    select(cell, { opener = null } = {}) {
      this.cell = cell;
      this.tell("select", { opener });
      this.tell("record");
    }

    light(cell = null) {
      const [before, now] = [this.lit, cell?.cell === undefined ? null : cell];
      this.lit = now;
      if (before?.cell !== now?.cell || before?.level !== now?.level) this.tell("light");
    }

    get filtering() {
      return JSON.stringify(this.filter) !== JSON.stringify(NONE);
    }
  }

  Object.assign(geobrief, { Choice, NO_FILTER: NONE });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
