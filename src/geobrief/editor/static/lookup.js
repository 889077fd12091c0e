"use strict";

// A box in which a name is typed and a place taken: one of the brief's, or one of the gazetteer's.
(function (geobrief) {
  const { element } = geobrief;
  const OWN = 5;

  class Lookup {
    // `take` is given {candidate}, {place} or {name}, the last for what is in no gazetteer; `own` offers the brief's places.
    constructor({ id, label, client, say, language, take, own = null }) {
      Object.assign(this, { id, client, say, language, take, own, options: [], at: -1, asked: 0 });
      this.input = element("input", {
        type: "text",
        role: "combobox",
        id,
        name: id,
        dir: "auto",
        autocomplete: "off",
        spellcheck: "false",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": `${id}-list`,
      });
      this.list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
      this.status = element("span", { class: "offscreen", role: "status" });
      this.node = element("div", { class: "lookup" }, element("label", { for: id }, label), this.input, this.list, this.status);
      this.input.addEventListener("input", () => this.find());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => this.show([]));
      this.list.addEventListener("pointerdown", (event) => event.preventDefault());
      this.list.addEventListener("click", ({ target }) => this.pick(target.closest('[role="option"]')));
    }

    async find() {
      const typed = this.input.value.trim();
      const asked = (this.asked += 1);
      if (!typed) return this.show([]);
      let candidates = [];
      try {
        ({ candidates } = await this.client.get("/api/search", { q: typed }));
      } catch (error) {
        if (!(error instanceof geobrief.Refusal)) throw error;
        this.status.textContent = error.message;
      }
      // An answer that comes after a later question is none.
      if (asked !== this.asked || document.activeElement !== this.input) return;
      this.show([...this.ownPlaces(typed), ...candidates.map((candidate) => ({ candidate })), { name: typed }]);
    }

    ownPlaces(typed) {
      const key = geobrief.fold(typed);
      const named = (this.own?.() || []).filter((place) =>
        [place.name, ...(place.aliases || [])].some((name) => geobrief.fold(name).startsWith(key)),
      );
      return named.slice(0, OWN).map((place) => ({ place }));
    }

    show(options) {
      this.options = options;
      this.list.replaceChildren(...options.map((option, i) => this.entry(option, i)));
      this.list.hidden = !options.length;
      this.input.setAttribute("aria-expanded", String(options.length > 0));
      this.status.textContent = options.length ? this.say("found", { n: options.length }) : "";
      this.mark(options.length ? 0 : -1);
    }

    entry({ candidate, place, name }, i) {
      const { say } = this;
      const attributes = { role: "option", id: `${this.id}-${i}`, "data-option": i };
      if (name) return element("li", attributes, say("byHand", { name }));
      if (place) return element("li", attributes, element("bdi", null, place.name), " ", element("small", null, say("inBrief")));
      return element("li", attributes, ...geobrief.candidateText(candidate, this));
    }

    mark(at) {
      this.at = at;
      [...this.list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === at)));
      if (at < 0) this.input.removeAttribute("aria-activedescendant");
      else this.input.setAttribute("aria-activedescendant", `${this.id}-${at}`);
      this.list.children[at]?.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by && this.options.length) {
        event.preventDefault();
        this.mark((this.at + by + this.options.length) % this.options.length);
      } else if (event.key === "Enter") {
        event.preventDefault();
        this.pick(this.list.children[this.at]);
      } else if (event.key === "Escape" && (this.options.length || this.input.value)) {
        event.stopPropagation();
        if (!this.options.length) this.input.value = "";
        this.show([]);
      }
    }

    pick(node) {
      const option = node && this.options[Number(node.dataset.option)];
      if (!option) return;
      this.input.value = "";
      this.asked += 1;
      this.show([]);
      this.take(option);
    }
  }

  // A candidate so that it is told from others of its name: kind, what holds it, how many live there.
  function candidateText(candidate, { say, language }) {
    const where = [candidate.within, candidate.country].filter(Boolean).join(say("comma"));
    const people = candidate.population ? new Intl.NumberFormat(language).format(candidate.population) : "";
    const facts = [say(`kind_${candidate.kind}`), where, people].filter(Boolean).join(say("separator"));
    const other = candidate.matched && candidate.matched !== candidate.name ? ` (${candidate.matched})` : "";
    return [element("bdi", null, candidate.name + other), " ", element("small", null, facts)];
  }

  Object.assign(geobrief, { Lookup, candidateText });
})((globalThis.geobrief ??= {}));
