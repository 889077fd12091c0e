"use strict";

// The panel beside the map: what is chosen as fields, the review list, a new article, the history; one at a time.
(function (geobrief) {
  const { element, button, refill } = geobrief;
  const PARTS = ["edit", "review", "article", "past"];

  class Panel {
    constructor(root, editor) {
      Object.assign(this, { root, editor, open: "edit" });
      const { say } = editor;
      root.setAttribute("aria-label", say("editor"));
      this.parts = Object.fromEntries(PARTS.map((name) => [name, element("section", { class: `part part-${name}`, "aria-label": say(`part_${name}`) })]));
      this.buttons = PARTS.map((name) =>
        button(say(`part_${name}`), () => this.toggle(name), { "data-part": name, "aria-controls": root.id }),
      );
      this.asked = element("div", { class: "asked", hidden: true });
      this.chosen = element("div", { class: "chosen" });
      this.parts.edit.append(this.asked, editor.addLookup.node, this.chosen);
      this.review = new geobrief.Review(this.parts.review, editor);
      this.parts.article.append(...geobrief.pasteForm(editor, (saved) => this.added(saved)));
      root.append(...Object.values(this.parts));
      editor.asking = (excerpt) => this.ask(excerpt);
      editor.session.on("drawn", ({ fresh }) => this.refresh(fresh));
      this.turn("edit");
    }

    toggle(name) {
      this.turn(this.open === name ? null : name);
      if (this.open) this.parts[name].querySelector("input, textarea, button")?.focus();
    }

    turn(name) {
      this.open = name;
      for (const part of PARTS) this.parts[part].hidden = part !== name;
      for (const node of this.buttons) node.setAttribute("aria-expanded", String(node.dataset.part === name));
      this.root.hidden = !name;
      document.body.classList.toggle("edit-open", Boolean(name));
      this.refresh(true);
    }

    refresh(fresh) {
      if (this.open === "edit") this.show();
      if (this.open === "review" && fresh) this.review.load();
      if (this.open === "past") geobrief.showPast(this.parts.past, this.editor);
    }

    // The fields of what is chosen; of a claim, and of the place at which it was chosen.
    show() {
      const { claim, place } = this.editor.selection;
      const key = `${claim?.id || ""}\n${place?.id || ""}`;
      const fill = (name, nodes) => refill(this.chosen, name, nodes, this.editor.lookups);
      if (!place) return fill("", [element("p", { class: "hint" }, this.editor.say("hint_edit"))]);
      const form = geobrief.placeForm(place, this.editor);
      const [title, ...rest] = form;
      if (!claim) return fill(key, [element("div", { class: "place-fields" }, ...form)]);
      // Of a chosen claim the place's fields are folded.
      const folded = element("details", { class: "place-fields" }, element("summary", null, title.textContent), ...rest);
      return fill(key, [element("div", { class: "claim-fields" }, ...geobrief.claimForm(claim, this.editor)), folded]);
    }

    // Asks which place words mean, or nothing any more.
    ask(excerpt) {
      const { say, linkLookup } = this.editor;
      this.asked.hidden = !excerpt;
      if (!excerpt) return this.asked.replaceChildren();
      const cancel = () => {
        this.editor.waiting = null;
        this.ask(null);
      };
      const quote = element("q", { dir: "auto" }, excerpt.quote);
      this.asked.replaceChildren(element("p", null, say("whichPlace"), " ", quote), linkLookup.node, button(say("cancel"), cancel));
      this.turn("edit");
      linkLookup.input.focus();
    }

    added(saved) {
      this.turn("review");
      const [first] = saved.articles;
      if (first) this.editor.selection.read(first);
    }
  }

  Object.assign(geobrief, { Panel });
})((globalThis.geobrief ??= {}));
