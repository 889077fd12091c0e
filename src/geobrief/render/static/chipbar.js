"use strict";

// The chips in the bar: the commonest certainties to filter by, then whatever is set; and what that leaves, in words.
(function (geobrief) {
  const { element } = geobrief;
  const QUICK = 3;

  class ChipBar {
    // `root` takes the chips; `panelParts` (a button and its panel) stand among them.
    constructor(root, page, panelParts) {
      Object.assign(this, { root, page });
      this.quick = element("span", { class: "quick" }, ...this.quickChips());
      this.set = element("span", { class: "set" });
      this.clear = element("button", { type: "button", class: "clear", hidden: true }, page.say("clearAll"));
      this.status = element("span", { class: "found" });
      // Heard even while a phone's panel, and with it all that tells of filters, is closed.
      this.heard = element("span", { class: "heard", role: "status" });
      this.about = element("span", { class: "about-filters" }, this.set, this.clear, this.status);
      this.opener = panelParts[0];
      root.append(this.quick, ...panelParts, this.about, this.heard);
      for (const node of [this.quick, this.about]) node.addEventListener("click", (event) => this.click(event));
      page.selection.on("filter", () => this.show());
      // What is filtered for and what that leaves, in words; empty without a filter.
      page.filtered = () => {
        const chips = geobrief.chipsOf(page.selection.filter, page).map(({ label }) => label);
        return chips.length ? [chips.join(page.say("comma")), this.found()].join(page.say("separator")) : "";
      };
      this.show({ silent: true });
    }

    quickChips() {
      const { options } = this.page.selection.index.facet.certainty;
      if (options.length < 2) return [];
      const common = [...options].sort((a, b) => b.total - a.total).slice(0, QUICK);
      this.counted = common.map((option) => ({ option, count: element("span", { class: "count" }) }));
      return this.counted.map(({ option: { value }, count }) =>
        element(
          "button",
          { type: "button", class: `chip ${value}`, "data-facet": "certainty", "data-value": value },
          geobrief.labelOf("certainty", value, this.page),
          " ",
          count,
        ),
      );
    }

    click(event) {
      const { selection } = this.page;
      const chip = event.target.closest("[data-facet]");
      const clear = event.target.closest(".clear");
      if (!chip && !clear) return;
      const { facet: name, value } = chip?.dataset ?? {};
      selection.setFilter(clear ? geobrief.noFilter() : geobrief.toggleChip(selection.filter, { name, value }));
      // A chip that was taken off cannot keep the focus.
      if (!event.target.isConnected || clear) (this.set.lastChild || this.opener).focus();
    }

    show({ silent = false } = {}) {
      const { selection, say } = this.page;
      const chips = geobrief.chipsOf(selection.filter, this.page);
      this.set.replaceChildren(...chips.map((chip) => this.chip(chip)));
      this.clear.hidden = !chips.length;
      this.about.classList.toggle("idle", !chips.length);
      const { indexOf } = selection.index.facet.certainty;
      const [certainties] = selection.counts;
      for (const { option, count } of this.counted || []) {
        count.textContent = say("number", { n: certainties[indexOf(option.value)] });
        const pressed = selection.filter.certainty.includes(option.value);
        count.parentElement.setAttribute("aria-pressed", String(pressed));
      }
      this.opener.dataset.set = chips.length || "";
      this.opener.classList.toggle("filtering", chips.length > 0);
      if (silent) return;
      this.status.textContent = this.heard.textContent = this.found();
    }

    chip({ name, value, label }) {
      const quick = name === "certainty" && (this.counted || []).some(({ option }) => option.value === value);
      const attributes = {
        type: "button",
        class: `chip taken${name === "certainty" ? ` ${value}` : ""}${quick ? " twice" : ""}`,
        "data-facet": name,
        "data-value": value,
        "aria-label": this.page.say("removeFilter", { filter: label }),
      };
      return element(
        "button",
        attributes,
        element("span", { dir: "auto" }, label),
        element("span", { class: "cross" }, "✕"),
      );
    }

    // "5 of 18 claims, 4 places"
    found() {
      const { brief, say } = this.page;
      const shown = brief.claims.filter((claim) => !claim.out);
      const places = new Set(shown.flatMap((claim) => claim.places)).size;
      const claims = say("claimsFound", { n: shown.length, of: brief.claims.length });
      return say("found", { claims, places: say("placeCount", { n: places }) });
    }
  }

  Object.assign(geobrief, { ChipBar });
})((globalThis.geobrief ??= {}));
