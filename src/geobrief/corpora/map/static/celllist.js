"use strict";

// The cells in view as a list, the fullest first: what the map shows for whoever cannot use a map.
(function (geobrief) {
  const { element } = geobrief;
  const MOST = 24;

  class CellList {
    constructor(root, page, hexes) {
      Object.assign(this, { root, page, hexes });
      this.heading = element("h2", { id: "cells-heading" }, page.say("cellsInView"));
      this.list = element("ol", { class: "cell-list", "aria-labelledby": "cells-heading" });
      this.more = element("p", { class: "soft", role: "status" });
      root.append(this.heading, this.list, this.more);
      page.choice.on("select", () => this.mark());
    }

    // Called when the map has drawn what is in view; lit cells do not change the list.
    draw() {
      const { page } = this;
      const key = (cell) => `${cell.level}/${cell.cell}`;
      const cells = [...new Map(this.hexes.drawnCells.map((cell) => [key(cell), cell])).values()];
      cells.sort((a, b) => b.total - a.total || a.cell - b.cell);
      const state = `${JSON.stringify(page.choice.filter)}${cells.map(key)}`;
      if (state === this.state) return;
      this.state = state;
      const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
      this.list.replaceChildren(...cells.slice(0, MOST).map((cell) => element("li", null, this.entry(cell, key(cell)))));
      const left = cells.length - MOST;
      this.more.textContent = cells.length ? (left > 0 ? page.say("moreCells", { n: left }) : "") : page.say("noCells");
      if (focused) [...this.list.querySelectorAll("button")].find((node) => node.dataset.key === focused)?.focus();
      this.mark();
    }

    entry({ level, cell, total }, key) {
      const { page } = this;
      const name = geobrief.cellName({ level, cell }, page);
      const counts = page.choice.of({ level, cell });
      const node = geobrief.listEntry({ "data-key": key }, name, total, counts, page);
      node.addEventListener("click", () => page.choice.select({ level, cell }, { opener: node }));
      for (const start of ["pointerenter", "focus"])
        node.addEventListener(start, () => page.choice.light({ level, cell }));
      for (const end of ["pointerleave", "blur"]) node.addEventListener(end, () => page.choice.light());
      return node;
    }

    mark() {
      const { cell } = this.page.choice;
      for (const node of this.list.querySelectorAll("button"))
        node.setAttribute("aria-pressed", String(node.dataset.key === `${cell?.level}/${cell?.cell}`));
    }
  }

  Object.assign(geobrief, { CellList });
})((globalThis.geobrief ??= {}));
