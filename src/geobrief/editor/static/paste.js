"use strict";

// An article is pasted, and drafted at once.
(function (geobrief) {
  const { element, button } = geobrief;
  const FIELDS = ["title", "published", "publisher", "url"];

  function pasteForm(editor, added) {
    const { say, session } = editor;
    const input = (name) =>
      element("input", {
        type: "text",
        name: `article-${name}`,
        dir: "auto",
        autocomplete: "off",
        placeholder: name === "published" ? say("hint_published") : null,
      });
    const inputs = new Map(FIELDS.map((name) => [name, input(name)]));
    const text = element("textarea", { name: "article-text", rows: 12, dir: "auto" });
    const status = element("p", { role: "status", class: "remark" });
    const label = (name, node) => geobrief.labelled(node, say(`article_${name}`));
    const add = async () => {
      geobrief.complain(text, text.value.trim() ? "" : say("textNeeded"));
      if (!text.value.trim()) return text.focus();
      const known = [...inputs].filter(([, node]) => node.value.trim());
      const article = { text: text.value, ...Object.fromEntries(known.map(([name, node]) => [name, node.value.trim()])) };
      status.textContent = say("drafting");
      const saved = await session.article(article);
      status.textContent = saved
        ? say("drafted", { places: saved.places.length, claims: saved.claims.length })
        : "";
      if (!saved) return null;
      for (const node of [text, ...inputs.values()]) node.value = "";
      return added(saved);
    };
    return [
      label("text", text),
      ...[...inputs].map(([name, node]) => label(name, node)),
      button(say("addArticle"), add, { name: "add-article" }),
      status,
    ];
  }

  Object.assign(geobrief, { pasteForm });
})((globalThis.geobrief ??= {}));
