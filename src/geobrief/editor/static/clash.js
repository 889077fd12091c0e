"use strict";

// Questions to the editor: whether claims may go too, and what to do where somebody else changed the same.
(function (geobrief) {
  const { element, button } = geobrief;

  // Shows a question until it is answered; Escape is the first answer. Gives the value of the answer.
  function ask(nodes, answers) {
    return new Promise((resolve) => {
      const before = document.activeElement;
      const dialog = element("dialog", { id: "edit-question", role: "alertdialog", "aria-labelledby": "edit-question-text" });
      const close = (value) => {
        dialog.close();
        dialog.remove();
        before?.focus?.({ preventScroll: true });
        resolve(value);
      };
      const buttons = answers.map(([label, value]) => button(label, () => close(value)));
      dialog.append(element("div", { id: "edit-question-text" }, ...nodes), element("p", { class: "buttons" }, ...buttons));
      dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        close(answers[0][1]);
      });
      dialog.addEventListener("keydown", (event) => event.stopPropagation());
      document.body.append(dialog);
      dialog.showModal();
      buttons[0].focus();
    });
  }

  const confirmer = (say) => (question) =>
    ask([element("p", null, question)], [
      [say("cancel"), false],
      [say("remove"), true],
    ]);

  const told = (value, say) => {
    if (value === null || value === undefined || value === "") return say("empty");
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > 200 ? `${text.slice(0, 199)}…` : text;
  };

  // One field that two have set: both values side by side.
  function row({ what, id, field, yours, theirs }, say) {
    if (!field) return element("li", null, say(theirs === null ? "clashGone" : "clashStays", { what: say(`what_${what}`), id }));
    return element(
      "li",
      null,
      element("p", null, say("clashField", { what: say(`what_${what}`), id, field })),
      element("dl", null, element("dt", null, say("yours")), element("dd", { dir: "auto" }, told(yours, say)),
        element("dt", null, say("theirs")), element("dd", { dir: "auto" }, told(theirs, say))),
    );
  }

  // Tells of a change that was refused, and does it after all if that is wished; `answered` is called before.
  async function showClash({ error, again }, say, answered) {
    const rows = error.clashes.map((clash) => row(clash, say));
    const gone = error.clashes.some(({ field, theirs }) => !field && theirs === null);
    const answers = [[say("keepTheirs"), false], ...(again && !gone ? [[say("useMine"), true]] : [])];
    const mine = await ask([element("p", null, say("clash")), element("ul", null, ...rows)], answers);
    answered();
    if (mine) await again();
  }

  Object.assign(geobrief, { confirmer, showClash });
})((globalThis.geobrief ??= {}));
