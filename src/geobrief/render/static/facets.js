"use strict";

// The panel behind the filter button: every certainty, source, kind and article with its count, and the dates.
(function (geobrief) {
  const { element } = geobrief;
  // So many sources are offered, the commonest; the search finds the rest.
  const MOST = 40;

  class Facets {
    constructor(page) {
      this.page = page;
      this.boxes = [];
      this.top = element("div", { class: "panel-top" });
      this.below = element("div", { class: "panel-below" });
      const columns = element("div", { class: "facets" }, ...this.fieldsets());
      this.panel = element("div", { id: "panel", hidden: true }, this.top, columns, this.below);
      this.button = element(
        "button",
        { type: "button", class: "chip filters", "aria-expanded": "false", "aria-controls": "panel" },
        page.say("filters"),
      );
      this.button.addEventListener("click", () => this.open(this.panel.hidden));
      this.panel.addEventListener("change", ({ target }) => this.change(target));
      addEventListener("keydown", (event) => this.key(event), { capture: true, signal: page.ended });
      addEventListener("pointerdown", ({ target }) => this.outside(target), { signal: page.ended });
      page.selection.on("filter", () => this.show());
      this.show();
    }

    fieldsets() {
      const { selection, say, brief } = this.page;
      const articles = brief.documents.map(({ id }) => id);
      const facets = selection.index.facets.filter(({ options }) => options.length > 1);
      const sets = facets.map((facet) => {
        const offered = geobrief.offered(facet, articles);
        const shown = facet.name === "source" ? offered.slice(0, MOST) : offered;
        const rest = offered.length - shown.length;
        const more = rest ? element("p", { class: "more" }, say("moreSources", { n: rest })) : null;
        return fieldset(say(`facet_${facet.name}`), ...shown.map(({ value }) => this.option(facet, value)), more);
      });
      return brief.claims.some(({ days }) => days) ? [...sets, this.dates()] : sets;
    }

    option(facet, value) {
      const box = element("input", { type: "checkbox", "data-facet": facet.name, "data-value": value });
      const count = element("span", { class: "count" });
      this.boxes.push({ box, count, facet, value, index: facet.indexOf(value) });
      const swatch = facet.name === "certainty" ? element("span", { class: `swatch ${value}` }) : null;
      const label = element(
        "span",
        { class: "label-text", dir: "auto" },
        geobrief.labelOf(facet.name, value, this.page),
      );
      return element("label", { class: "option" }, box, swatch, label, count);
    }

    dates() {
      const { say } = this.page;
      this.days = ["from", "to"].map((name) =>
        element("input", { type: "date", "data-date": name, min: "0001-01-01" }),
      );
      const rows = this.days.map((input) =>
        element(
          "label",
          { class: "option" },
          element("span", { class: "label-text" }, say(`date_${input.dataset.date}`)),
          input,
        ),
      );
      return fieldset(say("facet_date"), ...rows);
    }

    change({ dataset, value }) {
      const { selection } = this.page;
      if (dataset.facet) selection.setFilter(geobrief.toggled(selection.filter, dataset.facet, dataset.value));
      if (dataset.date) selection.setFilter({ ...selection.filter, [dataset.date]: value || null });
    }

    show() {
      const { filter, counts, index } = this.page.selection;
      for (const { box, count, facet, value, index: option } of this.boxes) {
        const n = counts[index.facets.indexOf(facet)][option];
        box.checked = filter[facet.name].includes(value);
        count.textContent = this.page.say("number", { n });
        box.parentElement.classList.toggle("none", n === 0);
      }
      const ends = [geobrief.dayOf(filter.from), geobrief.dayOf(filter.to, true)];
      this.days?.forEach((input, i) => (input.value = ends[i] === null ? "" : geobrief.isoOf(ends[i])));
    }

    open(open) {
      this.panel.hidden = !open;
      this.button.setAttribute("aria-expanded", String(open));
      if (!open) return;
      const { bottom, left, right } = this.button.getBoundingClientRect();
      const start = getComputedStyle(this.panel).direction === "rtl" ? innerWidth - right : left;
      const most = innerWidth - this.panel.offsetWidth - 12;
      this.panel.style.setProperty("--top", `${Math.round(bottom + 8)}px`);
      this.panel.style.setProperty("--start", `${Math.round(Math.max(12, Math.min(start, most)))}px`);
    }

    // Escape closes the panel before anything else that it would close.
    key(event) {
      if (event.key !== "Escape" || this.panel.hidden || !this.panel.parentElement.contains(event.target)) return;
      if (event.target.getAttribute("aria-expanded") === "true" && event.target !== this.button) return;
      event.stopPropagation();
      this.open(false);
      this.button.focus();
    }

    outside(target) {
      if (!this.panel.hidden && !this.panel.contains(target) && !this.button.contains(target)) this.open(false);
    }
  }

  const fieldset = (legend, ...children) => element("fieldset", null, element("legend", null, legend), ...children);

  Object.assign(geobrief, { Facets });
})((globalThis.geobrief ??= {}));
