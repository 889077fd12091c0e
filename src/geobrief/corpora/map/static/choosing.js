"use strict";

// The filters: chips of certainties in the bar, and a panel of everything that one can choose by.
(function (geobrief) {
  const { element } = geobrief;
  const FACET_TEXT = { certainty: "facet_certainty", kind: "facet_kind", publisher: "facet_publisher" };

  const toggled = (list, name) => (list.includes(name) ? list.filter((each) => each !== name) : [...list, name]);

  class Choosing {
    constructor({ chips }, found, panel, page) {
      Object.assign(this, { panel, page, counts: [], boxes: [], quick: [] });
      const { say } = page;
      this.found = found;
      found.setAttribute("role", "status");
      this.button = element("button", { type: "button", class: "chip filters", "aria-expanded": "false", "aria-controls": panel.id }, say("filters"));
      this.clear = element("button", { type: "button", class: "clear" }, say("clearAll"));
      this.clear.addEventListener("click", () => page.choice.setFilter({}));
      this.button.addEventListener("click", () => this.open(panel.hidden));
      chips.append(element("div", { class: "quick" }, ...this.certaintyChips()), this.button, this.clear);
      panel.setAttribute("role", "region");
      panel.setAttribute("aria-label", say("filters"));
      panel.append(element("div", { class: "facets" }, ...Object.keys(FACET_TEXT).map((name) => this.facet(name)), this.dates()));
      page.choice.on("filter", () => this.show());
      addEventListener("keydown", (event) => this.key(event));
      addEventListener("pointerdown", ({ target }) => {
        if (!panel.hidden && !panel.contains(target) && !this.button.contains(target)) this.open(false);
      });
      this.show();
    }

    open(open) {
      const { bottom } = this.button.getBoundingClientRect();
      this.panel.style.setProperty("--top", `${bottom + 8}px`);
      this.panel.hidden = !open;
      this.button.setAttribute("aria-expanded", String(open));
      this.page.panelled?.(open);
      if (open) this.panel.querySelector("input").focus();
    }

    // Escape closes the panel before anything else.
    key(event) {
      if (event.key !== "Escape" || this.panel.hidden) return;
      event.preventDefault();
      this.open(false);
      this.button.focus();
    }

    values(name) {
      const { corpus } = this.page;
      if (name === "certainty") return [...corpus.certainties].map((value, at) => [value, at]).reverse();
      if (name === "kind") return corpus.kinds.map((value, at) => [value, at]);
      const own = corpus.publishers.map((value, at) => [value, at]);
      return own.length > 1 ? [...own.slice(1), own[0]] : [];
    }

    text(name, value) {
      const { say } = this.page;
      if (name === "publisher") return value === "-" ? say("otherPublishers") : value;
      return say(`${name}_${value}`);
    }

    toggle(name, value) {
      const { choice } = this.page;
      choice.setFilter({ ...choice.filter, [name]: toggled(choice.filter[name], value) });
    }

    certaintyChips() {
      return this.values("certainty")
        .filter(([, at]) => this.page.choice.counted.facets.certainty[at])
        .map(([value, at]) => {
          const count = element("span", { class: "count" });
          const node = element("button", { type: "button", class: `chip ${value}` }, `${this.text("certainty", value)} `, count);
          node.addEventListener("click", () => this.toggle("certainty", value));
          this.counts.push({ node: count, name: "certainty", at, short: true });
          this.quick.push({ node, value });
          return node;
        });
    }

    facet(name) {
      const { choice, say } = this.page;
      const rows = this.values(name).filter(([, at]) => choice.counted.facets[name][at]);
      if (!rows.length) return "";
      const options = rows.map(([value, at]) => {
        const box = element("input", { type: "checkbox", name, value });
        box.addEventListener("change", () => this.toggle(name, value));
        const count = element("span", { class: "count" });
        this.boxes.push({ box, name, value });
        this.counts.push({ node: count, name, at });
        const swatch = name === "certainty" ? element("span", { class: `swatch ${value}` }) : "";
        return element("label", { class: "option" }, box, swatch, element("span", { class: "label-text", dir: "auto" }, this.text(name, value)), count);
      });
      return element("fieldset", null, element("legend", null, say(FACET_TEXT[name])), ...options);
    }

    dates() {
      const { choice, say, corpus } = this.page;
      if (!corpus.bins.count) return "";
      this.dateInputs = ["from", "to"].map((name) => {
        const input = element("input", { type: "date", name });
        input.addEventListener("change", () => choice.setFilter({ ...choice.filter, [name]: input.value || null }));
        return input;
      });
      const labels = this.dateInputs.map((input) => element("label", { class: "option" }, element("span", { class: "label-text" }, say(`date_${input.name}`)), input));
      return element("fieldset", null, element("legend", null, say("facet_date")), ...labels);
    }

    show() {
      const { choice, corpus, say, language } = this.page;
      const whole = new Intl.NumberFormat(language);
      const short = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 });
      for (const each of this.counts) each.node.textContent = (each.short ? short : whole).format(choice.counted.facets[each.name][each.at]);
      for (const { box, name, value } of this.boxes) box.checked = choice.filter[name].includes(value);
      for (const { node, value } of this.quick) node.setAttribute("aria-pressed", String(choice.filter.certainty.includes(value)));
      const days = geobrief.wholeBins(corpus.bins, choice.filter);
      for (const input of this.dateInputs || []) input.value = days[input.name] || "";
      this.clear.hidden = !choice.filtering;
      this.button.classList.toggle("filtering", choice.filtering);
      this.found.textContent = say("claimsFound", { n: choice.counted.total, of: corpus.totals.claims });
    }
  }

  Object.assign(geobrief, { Choosing });
})((globalThis.geobrief ??= {}));
