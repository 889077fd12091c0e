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
      if (filter.kind.length) chosen.kind = numbers(filter.kind, corpus.kinds);
      if (filter.publisher.length) chosen.publisher = numbers(filter.publisher, corpus.publishers);
      return chosen;
    }

    count() {
      const { corpus } = this;
      this.counted = geobrief.tally(corpus.cube, this.chosen(), corpus.names.length);
      this.sums = corpus.levels.map((level) => geobrief.summed(this.counted.cells, level, corpus.cube.sizes[0]));
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
