"use strict";

// Work that may wait until the map is drawn: done in slices so short that the page stays quick to answer.
(function (geobrief) {
  const SLICE = 12;

  class Backlog {
    constructor(soon = (run) => setTimeout(run, 4)) {
      Object.assign(this, { soon, tasks: [], started: false });
    }

    // Does `task` for the first `now` of the items at once and keeps the others for later.
    add(items, task, now) {
      items.slice(0, now).forEach(task);
      if (items.length > now) this.tasks.push({ items, task, at: now });
    }

    // Begins with what is left; until then it only gathers.
    start() {
      this.started = true;
      if (this.tasks.length) this.soon(() => this.slice());
    }

    slice() {
      const end = performance.now() + SLICE;
      while (this.tasks.length && performance.now() < end) this.step(64);
      if (this.tasks.length) this.soon(() => this.slice());
    }

    // All that is left, now.
    finish() {
      while (this.tasks.length) this.step(Infinity);
    }

    step(count) {
      const job = this.tasks[0];
      const end = Math.min(job.items.length, job.at + count);
      for (; job.at < end; job.at += 1) job.task(job.items[job.at], job.at);
      if (job.at >= job.items.length) this.tasks.shift();
    }
  }

  Object.assign(geobrief, { Backlog });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
