"use strict";

// Labelled fields that are saved when they are left, or by Enter; a field that was begun keeps what was typed in it
// while the page is drawn anew, and one that was refused says why below it.
(function (geobrief) {
  const { element } = geobrief;

  function control({ name, type = "text", value = "", options = [], rows = 2, hint = null }) {
    const given = { name, "data-saved": value, placeholder: type === "select" ? null : hint };
    const text = { dir: "auto", autocomplete: "off", spellcheck: type === "textarea" ? null : "false" };
    const choices = options.map(([key, label]) => element("option", { value: key }, label));
    const node =
      type === "select"
        ? element("select", given, ...choices)
        : type === "text"
          ? element("input", { ...given, ...text, type: "text" })
          : element("textarea", { ...given, ...text, rows });
    node.value = value;
    return node;
  }

  // Says below a field why it was not saved; nothing takes that back.
  function complain(node, message = "") {
    const told = node.closest(".field").querySelector(".field-error");
    told.textContent = message;
    if (message) node.setAttribute("aria-invalid", "true");
    else node.removeAttribute("aria-invalid");
  }

  // A control with its label above and room for what is wrong below.
  function labelled(node, label) {
    const error = `${node.name}-error`;
    node.setAttribute("aria-describedby", error);
    return element(
      "div",
      { class: `field field-${node.name}` },
      element("label", null, element("span", null, label), node),
      element("span", { class: "field-error", id: error, role: "alert" }),
    );
  }

  // A field as {label, type, name, value, save, required}; `save` is given the new value and what the session needs to
  // know of it: the revision on which it was begun, and whom to tell that it was refused. `required` is what is said
  // where it is emptied. Without `save` the field is saved by what stands around it.
  function field(given, session) {
    const node = control(given);
    const box = labelled(node, given.label);
    const begin = () => {
      if (node.value === node.dataset.saved) node.dataset.base = session.revision;
    };
    begin();
    node.addEventListener("focus", begin);
    const save = () => {
      const { saved } = node.dataset;
      complain(node);
      if (node.value === saved) return;
      if (given.required && !node.value.trim()) return complain(node, given.required);
      node.dataset.saved = node.value;
      const refused = ({ message }) => {
        node.dataset.saved = saved;
        complain(node, message);
      };
      given.save(node.value, { base: node.dataset.base || session.revision, refused });
    };
    if (given.save) node.addEventListener("change", save);
    node.addEventListener("keydown", (event) => {
      const enter = event.key === "Enter" && (node.tagName === "INPUT" || event.ctrlKey || event.metaKey);
      if (enter && given.save) save();
      if (event.key === "Escape" && node.value !== node.dataset.saved) {
        node.value = node.dataset.saved;
        complain(node);
        event.stopPropagation();
      }
    });
    return box;
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

  // What was typed in a field goes over to the one that is now in its place, with what was wrong with it.
  function handOver(before, node) {
    const message = before.closest(".field").querySelector(".field-error")?.textContent;
    Object.assign(node, { value: before.value }).dataset.base = before.dataset.base;
    if (message) complain(node, message);
  }

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
      if (before && before !== node && begun(before)) handOver(before, node);
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

  Object.assign(geobrief, { field, labelled, complain, refill, slot, button });
})((globalThis.geobrief ??= {}));
