"use strict";

// The title bar: what this is, a link to what is chosen, light or dark.
(function (geobrief) {
  const { element } = geobrief;
  const KEY = "geobrief-theme";

  // Storage may be forbidden to a file; then the choice lasts as long as the page.
  function stored(value) {
    try {
      if (value) localStorage.setItem(KEY, value);
      return localStorage.getItem(KEY);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return null;
    }
  }

  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  // The reader's own choice, else the system's, which may change while the page is open.
  function themeButton({ say }, changed) {
    const button = element("button", { type: "button", class: "icon", "aria-label": say("dark") }, "◐");
    let chosen = ["dark", "light"].find((theme) => theme === stored()) || null;
    const current = () => chosen || (systemDark.matches ? "dark" : "light");
    const show = () => {
      document.documentElement.dataset.theme = current();
      button.setAttribute("aria-pressed", String(current() === "dark"));
      changed();
    };
    button.addEventListener("click", () => {
      chosen = current() === "dark" ? "light" : "dark";
      stored(chosen);
      show();
    });
    systemDark.addEventListener("change", show);
    show();
    return button;
  }

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

  function copyButton({ say }) {
    const button = element("button", { type: "button" }, say("copyLink"));
    const status = element("span", { class: "status", role: "status" });
    button.addEventListener("click", async () => {
      const done = await copy(location.href);
      button.focus();
      status.textContent = say(done ? "copied" : "copyFailed");
      setTimeout(() => (status.textContent = ""), 4000);
    });
    return [status, button];
  }

  function showBar(root, page, themeChanged) {
    const title = element("h1", { dir: "auto" }, page.brief.title || "geobrief");
    root.append(title, element("span", { class: "space" }), ...copyButton(page), themeButton(page, themeChanged));
  }

  Object.assign(geobrief, { showBar });
})((globalThis.geobrief ??= {}));
