"use strict";

// Copies text where the page may, and says whether it could.
(function (geobrief) {
  const { element } = geobrief;

  // For pages whose frame or browser has no clipboard interface.
  function copyOldWay(text) {
    const field = element("textarea", { class: "offscreen", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOldWay(text);
    }
  }

  // A button that copies what `text` gives, and beside it the word that it did.
  function copyButton(label, text, { say }, attributes = {}) {
    const button = element("button", { type: "button", ...attributes }, say(label));
    const status = element("span", { class: "copied", role: "status" });
    button.addEventListener("click", async () => {
      const done = await copy(text());
      button.focus();
      status.textContent = say(done ? "copied" : "copyFailed");
      setTimeout(() => (status.textContent = ""), 4000);
    });
    return [button, status];
  }

  Object.assign(geobrief, { copyButton });
})((globalThis.geobrief ??= {}));
