"use strict";

// The open article as fields, its text among them; what of it is corrected in the text's own words.
(function (geobrief) {
  const { element, field, button } = geobrief;
  const FIELDS = ["title", "published", "publisher", "url", "language"];
  const HINTED = new Set(["published", "language"]);

  function articleForm(article, editor) {
    const { say, session } = editor;
    const set = (name) => (value, options) =>
      session.change({ do: "set_article", id: article.id, fields: { [name]: value.trim() || null } }, options);
    const text = (name) =>
      field(
        {
          name: `document-${name}`,
          label: say(`article_${name}`),
          value: article[name] || "",
          hint: HINTED.has(name) ? say(`hint_${name}`) : null,
          save: set(name),
        },
        session,
      );
    const body = field(
      {
        name: "document-text",
        label: say("article_text"),
        type: "textarea",
        rows: 16,
        value: article.text,
        required: say("textNeeded"),
        save: (value, options) => editor.setText(article.id, value, options),
      },
      session,
    );
    const [title, published, ...others] = FIELDS.map(text);
    return [
      element("h2", { tabindex: "-1", dir: "auto" }, article.title || article.id),
      title,
      element("div", { class: "pair" }, published, others.pop()),
      ...others,
      body,
      element("p", { class: "remark" }, say("hint_text")),
      removal(article, editor),
    ];
  }

  // Asks before claims go with the article.
  function removal(article, editor) {
    const { say, confirm, brief } = editor;
    const remove = async () => {
      const n = brief().claims.filter((claim) => claim.document === article.id).length;
      const name = article.title || article.id;
      if (n && !(await confirm(say("removeArticleWithClaims", { n, name })))) return;
      editor.removeArticle(article);
    };
    return button(say("removeArticle"), remove, { name: "remove-article", class: "danger" });
  }

  // A box for other words in the place of those that were selected in the text.
  function correction(excerpt, editor, done) {
    const { say, session } = editor;
    const given = { name: "correction", label: say("correctTo"), type: excerpt.quote.length > 40 ? "textarea" : "text" };
    const box = field({ ...given, value: excerpt.quote, rows: 4 }, session);
    const node = box.querySelector("input, textarea");
    const save = async () => {
      if (node.value === excerpt.quote) return done();
      const refused = ({ message }) => geobrief.complain(node, message);
      if (await editor.correct(excerpt, node.value, { refused })) done();
    };
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      save();
    });
    return [box, button(say("saveCorrection"), save, { name: "save-correction" })];
  }

  // How many quotes of an article's claims follow another text of it, and how many it no longer holds.
  function quotesAfter(before, now, id) {
    const count = { followed: 0, lost: 0 };
    for (const old of before.claims.filter((claim) => claim.document === id && claim.inText)) {
      const claim = now.claim.get(old.id);
      if (claim && !claim.inText) count.lost += 1;
      else if (claim && claim.quote !== old.quote) count.followed += 1;
    }
    return count;
  }

  Object.assign(geobrief, { articleForm, correction, quotesAfter });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
