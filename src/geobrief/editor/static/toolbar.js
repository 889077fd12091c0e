"use strict";

// The strip below the page's bar: undo and redo, the panel's parts, and a line that tells when all was saved.
(function (geobrief) {
  const { element, button } = geobrief;

  class Toolbar {
    constructor(root, { session, say, language, panel }) {
      Object.assign(this, { session, say });
      this.time = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
      const step = (name, sign, keys) =>
        button([element("span", { class: "word" }, say(name)), element("span", { class: "sign", "aria-hidden": "true" }, sign)], () => session[name](), {
          name,
          "aria-label": say(name),
          "aria-keyshortcuts": keys,
        });
      this.undo = step("undo", "↶", "Control+Z");
      this.redo = step("redo", "↷", "Control+Shift+Z");
      this.words = element("span", { class: "words", role: "group", "aria-label": say("words") });
      this.saved = element("span", { id: "edit-saved", role: "status" }, say("asOnDisk"));
      this.error = element("span", { id: "edit-error", role: "alert" });
      const dismiss = button("✕", () => this.fail(""), { "aria-label": say("dismiss"), class: "tight" });
      const failure = element("span", { class: "failure" }, this.error, dismiss);
      const parts = element("span", { class: "parts", role: "group", "aria-label": say("parts") }, ...panel.buttons);
      root.append(this.undo, this.redo, parts, this.words, this.saved, failure);
      session.on("busy", (busy) => root.classList.toggle("busy", busy));
      session.on("saved", (saved) => this.tell(saved));
      session.on("noted", (text) => this.write([this.saved.textContent, text].join(say("separator"))));
      session.on("failed", (error) => this.fail(error.message));
      session.on("refused", () => this.write(say("refused")));
      session.on("clashed", () => this.fail(say("notSaved")));
      session.on("drawn", ({ fresh }) => this.show(fresh));
      document.addEventListener("keydown", (event) => this.key(event));
      this.show(false);
    }

    tell({ what }) {
      const time = this.time.format(new Date());
      this.write(what ? this.say("saved", { time, what }) : this.say("nothingChanged"));
      this.fail("");
      this.own = true;
    }

    // A page that is drawn anew without a change of its own shows what others did.
    show(fresh) {
      const { undoes, redoes } = this.session;
      if (fresh && !this.own) this.write(this.say("changedOutside", { time: this.time.format(new Date()) }));
      this.own = false;
      // A button that has the focus is not taken away from under it.
      this.undo.setAttribute("aria-disabled", String(!undoes));
      this.redo.setAttribute("aria-disabled", String(!redoes));
      this.undo.title = undoes;
      this.redo.title = redoes;
    }

    // What does not fit the strip is read by pointing at it.
    write(text) {
      this.saved.textContent = text;
      this.saved.title = text;
    }

    fail(message) {
      this.error.textContent = message;
    }

    // In a field the browser's own undo goes first.
    key(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.("input, textarea, select, dialog")) return;
      const name = event.key.toLowerCase();
      const step = name === "z" ? (event.shiftKey ? "redo" : "undo") : name === "y" ? "redo" : null;
      if (!step) return;
      event.preventDefault();
      this.session[step]();
    }
  }

  Object.assign(geobrief, { Toolbar });
})((globalThis.geobrief ??= {}));
