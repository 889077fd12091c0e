"use strict";

// A claim more about a place: its words are asked for first, and without any it is not made.
(function (geobrief) {
  const { element, field, button, complain } = geobrief;

  const isOpen = (place, editor) => editor.begunAt === place.id;

  // Opens the form, or closes it.
  function newClaimButton(place, editor) {
    const turn = () => (isOpen(place, editor) ? editor.beginClaim(null) : begin(place, editor));
    const open = String(isOpen(place, editor));
    return button(editor.say("addClaim"), turn, { name: "add-claim", "aria-expanded": open });
  }

  const newClaimForm = (place, editor) => (isOpen(place, editor) ? form(place, editor) : null);

  function begin(place, editor) {
    editor.beginClaim(place);
    const node = document.querySelector('[name="new-claim"]');
    node?.focus();
    node?.closest(".new-claim").scrollIntoView({ block: "nearest" });
  }

  function form(place, editor) {
    const { say, session } = editor;
    const given = { name: "new-claim", label: say("newClaim"), type: "textarea", rows: 3, hint: say("hint_new_claim") };
    const box = field(given, session);
    // While the page is drawn anew the box may be another by now.
    const node = () => document.querySelector('[name="new-claim"]');
    const save = () => {
      const quote = node().value.trim();
      complain(node(), quote ? "" : say("quoteNeeded"));
      if (!quote) return node().focus();
      return editor.addClaim(place, quote, ({ message }) => complain(node(), message));
    };
    const cancel = () => {
      editor.beginClaim(null);
      document.querySelector('[name="add-claim"]')?.focus();
    };
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
      if (event.key !== "Escape" || node().value) return;
      // It closes the form, and not the card too.
      event.stopPropagation();
      cancel();
    });
    return element(
      "div",
      { class: "new-claim", role: "group", "aria-label": say("addClaim") },
      box,
      element(
        "p",
        { class: "buttons" },
        button(say("saveClaim"), save, { name: "save-claim" }),
        button(say("cancel"), cancel, { name: "cancel-claim" }),
      ),
    );
  }

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  // The article that holds the words, however either breaks its lines.
  const holderOf = (quote, documents) => documents.find(({ text }) => plain(text).includes(plain(quote)));

  Object.assign(geobrief, { newClaimButton, newClaimForm, holderOf });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
