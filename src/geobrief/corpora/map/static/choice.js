"use strict";

// What the reader chose, a cell or a movement, and a filter, and what is counted under it. Views listen: `select`, `filter`.
(function (geobrief) {
  const NONE = { from: null, to: null, certainty: [], kind: [], publisher: [] };

  class Choice {
    constructor(corpus) {
      Object.assign(this, { corpus, filter: NONE, cell: null, flow: null, lit: null, listeners: {} });
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
      this.flows = new Uint32Array(corpus.flows.length * cube.sizes[0]);
      geobrief.addRows(corpus.flowRows, cube.sizes, chosen, this.flows);
    }

    // Claims of a cell {level, cell}, or of a movement {flow}, by certainty.
    of({ level, cell, flow }) {
      const width = this.corpus.cube.sizes[0];
      const [sums, at] = flow === undefined ? [this.sums[level], cell] : [this.flows, flow];
      return sums.subarray(at * width, (at + 1) * width);
    }

    totalOf(chosen) {
      return this.of(chosen).reduce((sum, n) => sum + n, 0);
    }

    // `record: false` while a pointer still moves.
    setFilter(filter, { record = true } = {}) {
      this.filter = { ...NONE, ...filter };
      this.count();
      this.tell("filter", { record });
      if (record) this.tell("record");
    }

    // Chooses a cell, a movement, or with null nothing.
    select(chosen, { opener = null } = {}) {
      this.cell = chosen && "cell" in chosen ? chosen : null;
      this.flow = chosen?.flow ?? null;
      this.tell("select", { opener });
      this.tell("record");
    }

    light(chosen = null) {
      const [before, now] = [this.lit, chosen && ("cell" in chosen || "flow" in chosen) ? chosen : null];
      this.lit = now;
      if (["cell", "level", "flow"].some((name) => before?.[name] !== now?.[name])) this.tell("light");
    }

    get filtering() {
      return JSON.stringify(this.filter) !== JSON.stringify(NONE);
    }
  }

  Object.assign(geobrief, { Choice, NO_FILTER: NONE });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
