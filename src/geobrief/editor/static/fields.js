"use strict";

// Labelled fields that are saved when they are left, or by Enter; a field that was begun keeps what was typed in it
// while the page is drawn anew.
(function (geobrief) {
  const { element } = geobrief;

  function control({ name, type = "text", value = "", options = [], rows = 2, hint = null, list = null }) {
    const given = { name, "data-saved": value, "aria-description": hint };
    if (type === "select") {
      const node = element("select", given, ...options.map(([key, label]) => element("option", { value: key }, label)));
      node.value = value;
      return node;
    }
    if (type === "text") {
      const node = element("input", { ...given, type: "text", dir: "auto", autocomplete: "off", list });
      node.value = value;
      return node;
    }
    const node = element("textarea", { ...given, rows, dir: "auto" });
    node.value = value;
    return node;
  }

  // A field as {label, type, name, value, save}; `save` is given the new value and the revision on which it was begun.
  function field(given, session) {
    const node = control(given);
    const begin = () => {
      if (node.value === node.dataset.saved) node.dataset.base = session.revision;
    };
    begin();
    node.addEventListener("focus", begin);
    const save = () => {
      if (node.value === node.dataset.saved) return;
      const base = node.dataset.base || session.revision;
      node.dataset.saved = node.value;
      given.save(node.value, base);
    };
    node.addEventListener("change", save);
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (node.tagName === "INPUT" || event.ctrlKey || event.metaKey)) save();
      if (event.key === "Escape" && node.value !== node.dataset.saved) {
        node.value = node.dataset.saved;
        event.stopPropagation();
      }
    });
    return element("label", { class: `field field-${given.name}` }, element("span", null, given.label), node);
  }

  const begun = (node) => node.value !== node.dataset.saved;
  const fieldsOf = (root) => [...root.querySelectorAll("[data-saved]")];

  // What the brief says by now, in a field that stays; not where something else was begun.
  function update(node, fresh) {
    const { saved } = fresh.dataset;
    if (!begun(node)) Object.assign(node, { value: saved }).dataset.saved = saved;
    else if (node.value === saved) node.dataset.saved = saved;
  }

  // Puts `nodes` in the place of what is in `root`, around the field that has the focus: taken out of the page, and be it
  // for a moment, it would be left and saved half typed.
  function around(root, nodes, active) {
    const kept = [...root.children].find((child) => child.contains(active));
    const name = CSS.escape(active.name);
    const named = `[name="${name}"], [data-slot="${name}"]`;
    const at = nodes.findIndex((node) => node.matches?.(named) || node.querySelector?.(named));
    if (at < 0) {
      root.replaceChildren(...nodes);
      return;
    }
    for (const child of [...root.childNodes]) if (child !== kept) child.remove();
    kept.before(...nodes.slice(0, at));
    kept.after(...nodes.slice(at + 1));
    if (kept.matches(".field")) update(active, nodes[at].querySelector(named));
    else if (!kept.matches(".lookup")) around(kept, [...nodes[at].childNodes], active);
  }

  // Where one of the editor's lookups goes, of which there is one each.
  const slot = (lookup) => element("div", { "data-slot": lookup.id });

  // Fills `root` with other fields; those that were begun, and the focus, stay as they are. `key` says whose they are.
  function refill(root, key, nodes, lookups) {
    const same = root.dataset.key === key;
    const active = same && root.contains(document.activeElement) ? document.activeElement : null;
    const old = same ? new Map(fieldsOf(root).map((node) => [node.name, node])) : new Map();
    const open = same ? [...root.querySelectorAll("details")].map((node) => node.open) : [];
    root.dataset.key = key;
    if (active?.matches("[data-saved], .lookup input")) around(root, nodes, active);
    else root.replaceChildren(...nodes);
    for (const node of root.querySelectorAll("[data-slot]")) node.replaceWith(lookups[node.dataset.slot].node);
    root.querySelectorAll("details").forEach((node, i) => (node.open = open[i] ?? node.open));
    for (const node of fieldsOf(root)) {
      const before = old.get(node.name);
      if (before && before !== node && begun(before))
        Object.assign(node, { value: before.value }).dataset.base = before.dataset.base;
    }
    const name = active?.getAttribute("name");
    if (name && document.activeElement !== active)
      root.querySelector(`[name="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
  }

  function button(label, pressed, attributes = {}) {
    const node = element("button", { type: "button", ...attributes }, label);
    node.addEventListener("click", pressed);
    return node;
  }

  Object.assign(geobrief, { field, refill, slot, button });
})((globalThis.geobrief ??= {}));
