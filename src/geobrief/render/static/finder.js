"use strict";

// The search in the bar: a box with a list of what it finds, places, sources and claims, for pointer and keyboard.
(function (geobrief) {
  const { element, disc } = geobrief;

  class Finder {
    constructor(root, page) {
      Object.assign(this, { root, page, options: [], active: -1 });
      const { say } = page;
      this.input = element("input", {
        type: "search",
        role: "combobox",
        autocomplete: "off",
        spellcheck: "false",
        enterkeyhint: "search",
        placeholder: say("search"),
        "aria-label": say("search"),
        "aria-keyshortcuts": "/",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "results",
      });
      this.list = element("div", { id: "results", role: "listbox", "aria-label": say("searchResults"), hidden: true });
      this.status = element("span", { class: "offscreen", role: "status" });
      root.append(this.input, this.list, this.status);
      this.input.addEventListener("input", () => this.find());
      // What it looks through is made now, so that no key has to wait for it.
      this.input.addEventListener("focus", () => this.page.selection.found && this.input.value && this.find());
      this.input.addEventListener("blur", () => this.close());
      this.input.addEventListener("keydown", (event) => this.key(event));
      // The box keeps the focus while the list is pressed.
      this.list.addEventListener("pointerdown", (event) => event.preventDefault());
      this.list.addEventListener("click", ({ target }) => {
        const node = target.closest('[role="option"]');
        if (node) this.pick(this.options[Number(node.dataset.option)]);
      });
      addEventListener("keydown", (event) => this.shortcut(event), { signal: page.ended });
    }

    // "/" brings the reader here from anywhere but a field.
    shortcut(event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
      event.preventDefault();
      this.page.uncoverFinder();
      this.input.focus();
      this.input.select();
    }

    find() {
      const query = this.input.value.trim();
      if (!query) {
        this.close();
        return;
      }
      const { say, selection } = this.page;
      const found = geobrief.search(selection.found, query);
      this.options = [];
      const groups = [
        this.group("searchPlaces", found.places, (place) => this.placeOption(place)),
        this.group("searchSources", found.sources, (source) => this.sourceOption(source)),
        this.group("searchClaims", found.claims, (claim) => this.claimOption(claim, query)),
        found.claims.total ? this.filterOption(query, found.claims.total) : null,
      ];
      const total = found.places.total + found.sources.total + found.claims.total;
      const words = total ? say("resultCount", { n: total }) : say("nothingFound", { query });
      this.list.replaceChildren(...groups.filter(Boolean));
      if (!total) this.list.append(element("p", { class: "nothing", dir: "auto" }, words));
      this.status.textContent = words;
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.activate(-1);
    }

    group(label, { total, items }, make) {
      if (!items.length) return null;
      const id = `results-${label}`;
      const count = element("span", { class: "count" }, this.page.say("number", { n: total }));
      const heading = element(
        "div",
        { class: "group-name", id, role: "presentation" },
        this.page.say(label),
        " ",
        count,
      );
      return element("div", { role: "group", "aria-labelledby": id }, heading, ...items.map(make));
    }

    // `option` tells what choosing it does.
    option(option, ...children) {
      const number = this.options.push(option) - 1;
      const attributes = { role: "option", id: `result-${number}`, "data-option": number, "aria-selected": "false" };
      return element("div", attributes, ...children);
    }

    placeOption(place) {
      const { say } = this.page;
      return this.option(
        { place: place.id },
        disc(place, { "aria-hidden": "true" }),
        element("span", { dir: "auto" }, place.name),
        element("span", { class: "aside" }, geobrief.describeKind(place, say)),
      );
    }

    sourceOption({ value, total }) {
      const claims = element("span", { class: "aside" }, this.page.say("claimCount", { n: total }));
      return this.option({ source: value }, element("span", { dir: "auto" }, value), claims);
    }

    claimOption(claim, query) {
      const pieces = geobrief.excerpt(claim.quote, query);
      const words = pieces.map(([text, match]) => (match ? element("mark", null, text) : text));
      const quote = element("span", { class: "quote", dir: "auto" }, ...words);
      return this.option({ claim: claim.id }, element("span", { class: `swatch ${claim.certainty}` }), quote);
    }

    filterOption(query, total) {
      return this.option(
        { q: query },
        element("span", { class: "only" }, this.page.say("onlyWith", { n: total, query })),
      );
    }

    key(event) {
      const { key } = event;
      if (key === "Escape") this.escape(event);
      else if (key === "Enter") this.enter();
      else if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (this.list.hidden) this.find();
        else this.move(key === "ArrowDown" ? 1 : -1);
      }
    }

    // The first Escape closes the list, the next empties the box; the card stays.
    escape(event) {
      if (this.list.hidden && !this.input.value) return;
      event.stopPropagation();
      event.preventDefault();
      if (this.list.hidden) this.input.value = "";
      this.close();
    }

    // Enter takes what is marked; where nothing is, it filters by the words.
    enter() {
      if (this.list.hidden) return;
      this.pick(this.options[this.active] || this.options[this.options.length - 1]);
    }

    move(by) {
      const count = this.options.length;
      if (count) this.activate(this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count);
    }

    activate(number) {
      this.active = number;
      for (const node of this.list.querySelectorAll('[role="option"]')) {
        const current = Number(node.dataset.option) === number;
        node.setAttribute("aria-selected", String(current));
        if (current) node.scrollIntoView({ block: "nearest" });
      }
      if (number < 0) this.input.removeAttribute("aria-activedescendant");
      else this.input.setAttribute("aria-activedescendant", `result-${number}`);
    }

    pick(option) {
      if (!option) return;
      const { selection } = this.page;
      this.close();
      if (option.claim || option.place) {
        this.page.coverFinder();
        selection.select(option, { opener: this.input });
        if (option.claim && selection.claim.inText) this.page.showInText(selection.claim, { focus: false });
        return;
      }
      this.input.value = "";
      const { filter } = selection;
      if (option.q) selection.setFilter({ ...filter, q: option.q });
      else if (!filter.source.includes(option.source))
        selection.setFilter(geobrief.toggled(filter, "source", option.source));
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.activate(-1);
    }
  }

  Object.assign(geobrief, { Finder });
})((globalThis.geobrief ??= {}));
