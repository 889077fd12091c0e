"use strict";

// The panel beside the map: what is chosen as fields, the review list, the open article, a new one, the history; one at a
// time.
(function (geobrief) {
  const { element, button, refill } = geobrief;
  const PARTS = ["edit", "review", "text", "article", "past"];

  class Panel {
    constructor(root, editor) {
      Object.assign(this, { root, editor, open: null, reviewed: null });
      const { say } = editor;
      root.setAttribute("aria-label", say("panel"));
      this.parts = Object.fromEntries(
        PARTS.map((name) => [name, element("section", { class: `panel-${name}`, "aria-label": say(`part_${name}`) })]),
      );
      this.buttons = PARTS.map((name) =>
        button(say(`part_${name}`), () => this.toggle(name), { "data-open": name, "aria-controls": root.id }),
      );
      this.back = element("p", { class: "buttons back", hidden: true });
      this.asked = element("div", { class: "asked", hidden: true });
      this.chosen = element("div", { class: "chosen-thing" });
      this.parts.edit.append(this.back, this.asked, editor.addLookup.node, this.chosen);
      this.review = new geobrief.Review(this.parts.review, editor, (doubt) => this.editDoubt(doubt));
      this.parts.article.append(...geobrief.pasteForm(editor, (saved) => this.added(saved)));
      this.body = element("div", { class: "panel-body" }, ...Object.values(this.parts));
      root.append(this.head(), this.body);
      editor.asking = (excerpt) => this.ask(excerpt);
      editor.correcting = (excerpt) => this.correct(excerpt);
      editor.asked = () => this.show();
      editor.session.on("drawn", ({ fresh }) => this.refresh(fresh));
      // On a phone the panel covers the text: there it is opened when it is wanted.
      this.turn(geobrief.narrow() ? null : "edit");
    }

    // Where the panel lies over the text, it says what it is and is closed.
    head() {
      const { say } = this.editor;
      const close = () => {
        const name = this.open;
        this.turn(null);
        this.buttons.find((node) => node.dataset.open === name)?.focus();
      };
      this.title = element("span", { class: "panel-title" });
      return element("div", { class: "panel-head" }, this.title, button("✕", close, { "aria-label": say("closePanel") }));
    }

    toggle(name) {
      this.turn(this.open === name ? null : name);
      if (this.open) this.parts[name].querySelector("input, textarea, button:not([hidden] *)")?.focus();
    }

    turn(name) {
      this.open = name;
      for (const part of PARTS) this.parts[part].hidden = part !== name;
      for (const node of this.buttons) node.setAttribute("aria-expanded", String(node.dataset.open === name));
      this.root.hidden = !name;
      this.title.textContent = name ? this.editor.say(`part_${name}`) : "";
      this.body.scrollTop = 0;
      document.body.classList.toggle("edit-open", Boolean(name));
      if (name !== "edit") this.leaveDoubt();
      this.refresh(true);
    }

    refresh(fresh) {
      if (this.open === "edit") this.show();
      if (this.open === "text") this.showArticle();
      if (this.open === "review" && fresh) this.review.load();
      if (this.open === "past") geobrief.showPast(this.parts.past, this.editor);
    }

    // The fields of what is chosen; of a claim, and of the place at which it was chosen.
    show() {
      const { claim, place } = this.editor.selection;
      const key = `${claim?.id || ""}\n${place?.id || ""}`;
      const fill = (name, nodes) => refill(this.chosen, name, nodes, this.editor.lookups);
      if (!place) return fill("", [element("p", { class: "remark" }, this.editor.say("hint_edit"))]);
      const form = geobrief.placeForm(place, this.editor);
      const [title, ...rest] = form;
      if (!claim) return fill(key, [element("div", { class: "place-fields" }, ...form)]);
      // Of a chosen claim the place's fields are folded.
      const folded = element("details", { class: "place-fields" }, element("summary", null, title.textContent), ...rest);
      return fill(key, [element("div", { class: "claim-fields" }, ...geobrief.claimForm(claim, this.editor)), folded]);
    }

    // The fields of the article that is open in the text.
    showArticle() {
      const { selection, brief, say } = this.editor;
      const article = brief().documents.find(({ id }) => id === selection.reading);
      const nodes = article ? geobrief.articleForm(article, this.editor) : [element("p", { class: "remark" }, say("noArticle"))];
      refill(this.parts.text, article?.id ?? "", nodes, {});
    }

    // The fields of what is doubtful, and the way back to the list.
    editDoubt(doubt) {
      const { editor } = this;
      const { say, session } = editor;
      const back = () => this.turn("review");
      const accept = async () => {
        const change = geobrief.acceptance(doubt, editor);
        if (!change || (await session.change(change))) back();
      };
      this.turn("edit");
      this.reviewed = doubt;
      this.back.replaceChildren(
        button(say("backToReview"), back, { name: "back-to-review" }),
        button(say("acceptAndBack"), accept, { name: "accept-and-back" }),
      );
      this.back.hidden = false;
      editor.choose(doubt.claim ? { claim: doubt.claim } : { place: doubt.place });
      (this.chosen.querySelector("h2") ?? this.back.firstChild).focus();
    }

    leaveDoubt() {
      this.back.hidden = true;
      if (this.reviewed) this.review.comeBack(this.reviewed);
      this.reviewed = null;
    }

    // Asks which place words mean, or nothing any more.
    ask(excerpt) {
      const { say, linkLookup } = this.editor;
      if (!excerpt) return this.answer();
      this.question(say("whichPlace"), excerpt, [linkLookup.node]);
      return linkLookup.input.focus();
    }

    // Asks for other words in the place of some.
    correct(excerpt) {
      this.question(this.editor.say("whichWords"), excerpt, geobrief.correction(excerpt, this.editor, () => this.answer()));
      const input = this.asked.querySelector("input, textarea");
      input.focus();
      input.select();
    }

    question(text, excerpt, nodes) {
      const { say } = this.editor;
      const quote = element("q", { dir: "auto" }, excerpt.quote);
      const cancel = button(say("cancel"), () => this.answer(), { name: "cancel-question" });
      this.turn("edit");
      this.asked.replaceChildren(element("p", null, text, " ", quote), ...nodes, cancel);
      this.asked.hidden = false;
    }

    answer() {
      this.editor.waiting = null;
      this.asked.hidden = true;
      this.asked.replaceChildren();
    }

    added(saved) {
      this.turn("review");
      const [first] = saved.articles;
      if (first) this.editor.selection.read(first);
    }
  }

  Object.assign(geobrief, { Panel });
})((globalThis.geobrief ??= {}));
