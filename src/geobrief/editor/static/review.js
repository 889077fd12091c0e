"use strict";

// What the draft is unsure of, the most doubtful first: each place and each claim is accepted, rejected, corrected, or a
// place taken for another.
(function (geobrief) {
  const { element, button } = geobrief;
  // How many are laid out at once, and how many more for each wish.
  const SLICE = 40;
  const SHOWN = ["all", "places", "claims"];

  // The place or the claim that a doubt is about; neither where it is gone.
  const meantBy = (doubt, brief) =>
    doubt.claim ? { claim: brief.claim.get(doubt.claim) } : { place: brief.place.get(doubt.place) };

  // Places and claims in one list: a place before the claims that are as doubtful.
  function inOrder({ doubts, claims }, brief) {
    const there = (doubt) => Object.values(meantBy(doubt, brief))[0];
    const places = doubts.filter(there).map((doubt) => ({ ...doubt, note: there(doubt).note }));
    return [...places, ...claims.filter(there)].sort((a, b) => a.score - b.score);
  }

  const keyOf = (node) => `${node.dataset.what} ${node.dataset.doubt}`;

  class Review {
    // `edit` is given the doubt whose place or claim is to be shown as fields.
    constructor(root, editor, edit) {
      Object.assign(this, { root, editor, edit, found: null, asked: 0, shown: "all", most: SLICE, at: null });
      root.addEventListener("pointerover", (event) => this.light(event));
      root.addEventListener("focusin", (event) => this.light(event));
      root.addEventListener("pointerleave", () => this.editor.selection.light());
    }

    // Asks anew what is doubtful; the first time in a run the articles are read for it.
    async load() {
      const { client, say, trying } = this.editor;
      const asked = (this.asked += 1);
      if (!this.found) this.root.replaceChildren(element("p", { role: "status" }, say("reviewReading")));
      const found = await trying.call(this.editor, () => client.get("/api/review"));
      if (!found || asked !== this.asked) return;
      this.found = found;
      this.show();
    }

    show() {
      const { brief } = this.editor;
      const every = inOrder(this.found, brief());
      const kept = every.filter((doubt) => this.shown === "all" || (this.shown === "claims") === Boolean(doubt.claim));
      const focus = this.at ?? this.focused();
      this.at = null;
      const list = element("ol", { class: "doubts" }, ...kept.slice(0, this.most).map((doubt) => this.entry(doubt)));
      const scrolled = this.root.parentElement.scrollTop;
      this.root.replaceChildren(...this.head(every, kept), list, this.rest(kept) ?? "");
      this.root.parentElement.scrollTop = scrolled;
      this.refocus(list, focus);
    }

    entry(doubt) {
      const make = doubt.claim ? geobrief.claimEntry : geobrief.placeEntry;
      return make(doubt, this.editor, { acted: (done) => this.acted(done), edit: this.edit });
    }

    head(every, kept) {
      const { say } = this.editor;
      const claims = every.filter((doubt) => doubt.claim).length;
      const counts = { all: every.length, places: every.length - claims, claims };
      const choices = SHOWN.map((name) =>
        button(say(`review_${name}`, { n: counts[name] }), () => this.choose(name), {
          "aria-pressed": String(name === this.shown),
          "data-shown": name,
        }),
      );
      const told = kept.length ? say("reviewOrder") : say("reviewDone");
      return [
        element("p", { class: "buttons choices", role: "group", "aria-label": say("reviewWhat") }, ...choices),
        element("p", { role: "status", class: "remark", tabindex: "-1" }, told),
      ];
    }

    rest(kept) {
      if (kept.length <= this.most) return null;
      const more = () => {
        this.most += SLICE;
        this.show();
      };
      return button(this.editor.say("reviewMore", { n: kept.length - this.most }), more, { name: "more-doubts" });
    }

    choose(name) {
      Object.assign(this, { shown: name, most: SLICE });
      this.show();
      this.root.querySelector(`[data-shown="${name}"]`).focus();
    }

    get entries() {
      return [...this.root.querySelectorAll("li.doubt")];
    }

    // Which entry has the focus, and which of its buttons.
    focused() {
      const { entries } = this;
      const at = entries.findIndex((node) => node.contains(document.activeElement));
      return at < 0 ? null : { at, key: keyOf(entries[at]), name: document.activeElement.name };
    }

    // What was dealt with is gone; the focus goes to the same button of what took its place.
    refocus(list, focus) {
      if (!focus) return;
      const entries = [...list.children];
      const same = entries.find((node) => keyOf(node) === focus.key);
      const entry = same ?? entries[Math.min(focus.at, entries.length - 1)];
      const name = CSS.escape(focus.name || "name");
      const node = entry?.querySelector(`button[name="${name}"]`) ?? entry?.querySelector("button");
      (node ?? this.root.querySelector("[role=status]")).focus();
      entry?.scrollIntoView({ block: "nearest" });
    }

    // Lights on map and text what the pointer or the focus is on.
    light({ target }) {
      const { what, doubt } = target.closest?.("li.doubt")?.dataset ?? {};
      this.editor.selection.light(what ? { [what]: doubt } : {});
    }

    // Comes back from the fields of a place or a claim to its entry, or to what stands in its place.
    comeBack(doubt) {
      const key = doubt.claim ? `claim ${doubt.claim}` : `place ${doubt.place}`;
      this.at = { key, at: Math.max(0, this.entries.findIndex((node) => keyOf(node) === key)), name: "edit" };
    }

    async acted(done) {
      if (await done) await this.load();
    }
  }

  Object.assign(geobrief, { Review, inOrder, meantBy });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
