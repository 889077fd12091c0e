"use strict";

// Lays the editor over the page that the reader's own script has put together.
(function (geobrief) {
  const { element } = geobrief;

  // What has to be said anew to each page that is drawn.
  function follow(editor, panel) {
    const { map, page } = geobrief.started;
    const move = (id, lon, lat, base) => editor.move(id, lon, lat, { base });
    geobrief.letDrag(map, move, () => editor.session.revision);
    page.selection.on("select", () => {
      const { claim, place } = page.selection;
      if (panel.reviewed && (claim?.id ?? place?.id) !== (panel.reviewed.claim ?? panel.reviewed.place)) panel.leaveDoubt();
      if (panel.open === "edit") panel.show();
      // On a phone the card shows what is chosen, and the panel would cover it.
      else if (panel.open === null && place && !geobrief.narrow()) panel.turn("edit");
    });
    page.selection.on("read", () => panel.open === "text" && panel.showArticle());
  }

  function start() {
    const { kinds, certainties, messages, ...shown } = geobrief.readIsland("geobrief-edit");
    const { page } = geobrief.started;
    const say = geobrief.speaker(page.drawn.language, { ...geobrief.readIsland("geobrief-messages"), ...messages });
    const client = new geobrief.Client(new URLSearchParams(location.search).get("token") || "", say);
    let panel = null;
    let editor = null;
    const session = new geobrief.Session(client, shown, (islands, choice) => {
      const mode = editor.mode?.ended === false ? editor.mode : null;
      mode?.lift();
      geobrief.redraw(islands, choice);
      mode?.lay();
      follow(editor, panel);
    });
    editor = new geobrief.Editor({ session, client, say, kinds, certainties, confirm: geobrief.confirmer(say) });
    const bar = element("section", { id: "edit-bar", "aria-label": say("editor") });
    const root = element("aside", { id: "edit-panel" });
    document.querySelector('template[data-root="page"]').before(bar, root);
    // The panel begins where the strip ends, however many lines that has.
    new ResizeObserver(() => root.style.setProperty("--edit-top", `${bar.getBoundingClientRect().bottom}px`)).observe(bar);
    panel = new geobrief.Panel(root, editor);
    const toolbar = new geobrief.Toolbar(bar, { session, say, language: page.language, panel });
    new geobrief.Words(toolbar.words, {
      say,
      brief: editor.brief,
      makeClaim: (excerpt) => editor.makeClaim(excerpt),
      linkWords: (excerpt) => editor.linkWords(excerpt),
      correct: (excerpt) => editor.correcting(excerpt),
    });
    session.on("clashed", (clash) => geobrief.showClash(clash, say, () => toolbar.fail("")));
    geobrief.selectOverLinks();
    follow(editor, panel);
    session.look();
    session.listen();
  }

  start();
})((globalThis.geobrief ??= {}));
