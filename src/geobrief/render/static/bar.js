"use strict";

// The title bar: what this is, how to find something in it, a link to what is shown, light or dark.
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
  function themeButton({ say, ended }, changed) {
    const button = element("button", { type: "button", class: "icon", "aria-label": say("dark") }, "◐");
    let chosen = geobrief.embedTheme() || ["dark", "light"].find((theme) => theme === stored()) || null;
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
    systemDark.addEventListener("change", show, { signal: ended });
    show();
    return button;
  }

  // Title, filters, search, a link to what is shown, light or dark.
  function showBar(root, page, themeChanged) {
    const title = element("h1", { dir: "auto" }, page.brief.title || "geobrief");
    const chips = element("div", { id: "chips", role: "group", "aria-label": page.say("filters") });
    const finder = element("div", { id: "finder" });
    // A notebook's frame has no address to copy.
    const link = geobrief.ownAddress() ? geobrief.copyButton("copyLink", () => page.link(), page).reverse() : [];
    root.append(title, chips, finder, ...link, themeButton(page, themeChanged));
    return { chips, finder };
  }

  Object.assign(geobrief, { showBar });
})((globalThis.geobrief ??= {}));
