"use strict";

// What the draft is unsure of, the most doubtful first: each place is accepted, rejected, or taken for another.
(function (geobrief) {
  const { element, button } = geobrief;
  // The property that says in places.geojson that an editor has accepted a place.
  const REVIEWED = "reviewed";

  class Review {
    constructor(root, editor) {
      Object.assign(this, { root, editor, doubts: null, asked: 0 });
    }

    // Asks anew what is doubtful; the first time in a run the articles are read for it.
    async load() {
      const { client, say, trying } = this.editor;
      const asked = (this.asked += 1);
      if (!this.doubts) this.root.replaceChildren(element("p", { role: "status" }, say("reviewReading")));
      const found = await trying.call(this.editor, () => client.get("/api/review"));
      if (!found || asked !== this.asked) return;
      this.doubts = found.doubts;
      this.show();
    }

    show() {
      const { say, brief } = this.editor;
      const at = [...this.root.querySelectorAll("li.doubt")].findIndex((node) => node.contains(document.activeElement));
      const known = this.doubts.filter((doubt) => brief().place.has(doubt.place));
      const count = element("p", { role: "status", class: "hint" }, say("reviewCount", { n: known.length }));
      const list = element("ol", { class: "doubts" }, ...known.map((doubt) => this.entry(doubt)));
      this.root.replaceChildren(count, list);
      // What was dealt with is gone; the focus goes to what took its place.
      if (at >= 0) (list.children[Math.min(at, list.children.length - 1)]?.querySelector("button") || count).focus?.();
    }

    entry(doubt) {
      const { say, brief, choose, language } = this.editor;
      const place = brief().place.get(doubt.place);
      const sure = new Intl.NumberFormat(language, { style: "percent" }).format(doubt.score);
      const where = [say(`kind_${place.kind}`), place.within, place.country].filter(Boolean).join(say("comma"));
      return element(
        "li",
        { class: "doubt", "data-doubt": place.id },
        button(place.name, () => choose({ place: place.id }), { class: "doubt-name", dir: "auto" }),
        element("p", { class: "hint" }, [where, say("sure", { sure })].join(say("separator"))),
        doubt.why.length ? element("p", { class: "hint" }, doubt.why.join("; ")) : null,
        element(
          "p",
          { class: "buttons" },
          button(say("accept"), () => this.accept(place, doubt), { "aria-label": say("acceptNamed", { name: place.name }) }),
          button(say("reject"), () => this.reject(place), { "aria-label": say("rejectNamed", { name: place.name }) }),
        ),
        doubt.runners_up.length ? this.others(place, doubt) : null,
      );
    }

    others(place, doubt) {
      const { say } = this.editor;
      const take = (candidate) => () => this.acted(this.takeOther(place, doubt, candidate));
      const entries = doubt.runners_up.map((candidate) =>
        element(
          "li",
          null,
          button(geobrief.candidateText(candidate, this.editor), take(candidate), { "data-candidate": candidate.id }),
        ),
      );
      return element("div", null, element("p", { class: "hint" }, say("orRather")), element("ul", { class: "others" }, ...entries));
    }

    accepted(place, doubt) {
      const day = new Date().toISOString().slice(0, 10);
      return { extra: { ...place.extra, [REVIEWED]: day }, ...(doubt.draft_note ? { note: null } : {}) };
    }

    accept(place, doubt) {
      const fields = this.accepted(place, doubt);
      return this.acted(this.editor.session.change({ do: "set_place", id: place.id, fields }));
    }

    reject(place) {
      return this.acted(this.editor.session.change({ do: "remove_place", id: place.id, with_claims: true }));
    }

    takeOther(place, doubt, candidate) {
      return this.editor.trying(() => this.editor.take(place, candidate, this.accepted(place, doubt)));
    }

    async acted(done) {
      if (await done) await this.load();
    }
  }

  Object.assign(geobrief, { Review });
})((globalThis.geobrief ??= {}));
