"use strict";

// What was done to the brief, the latest first.
(function (geobrief) {
  const { element } = geobrief;

  async function showPast(root, editor) {
    const { client, say, language } = editor;
    const found = await editor.trying(() => client.get("/api/history"));
    if (!found) return;
    const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
    const entry = ({ when, who, what }) =>
      element(
        "li",
        null,
        element("span", { dir: "auto" }, what),
        element("small", null, [time.format(new Date(when)), who].filter(Boolean).join(say("separator"))),
      );
    const { history } = found;
    root.replaceChildren(
      history.length ? element("ol", { class: "past" }, ...history.map(entry)) : element("p", { class: "remark" }, say("noPast")),
    );
  }

  Object.assign(geobrief, { showPast });
})((globalThis.geobrief ??= {}));
