"use strict";

// The card of a cell or a movement: how many claims, how certain, when, and the strongest of them word for word.
(function (geobrief) {
  const { element, svg } = geobrief;
  const MOST = 12;
  const HEIGHT = 34;
  // Percent of a phone's height that the map takes below a card.
  const ROOMY = 72;

  class CellCard {
    constructor(root, page) {
      Object.assign(this, { root, page, opener: null, shown: null });
      page.choice.on("select", ({ opener }) => this.show(opener));
      page.choice.on("filter", () => this.refill());
      addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.close());
    }

    show(opener) {
      const { cell, flow } = this.page.choice;
      if (!cell && flow === null) {
        this.hide();
        return;
      }
      this.opener = opener || this.opener;
      this.shown = cell || { flow };
      this.root.hidden = false;
      this.root.setAttribute("role", "dialog");
      this.fill();
      this.makeRoom();
      this.page.uncover(geobrief.subjectOf(this.shown, this.page).points, this.root);
      this.root.querySelector("#card-name").focus({ preventScroll: true });
    }

    // On a phone map and list share the height: with a card the map takes most of it, and gives it back.
    makeRoom() {
      const { sheet } = this.page;
      if (!geobrief.narrow() || this.share) return;
      this.share = sheet.share;
      sheet.set(ROOMY);
    }

    hide() {
      if (this.share) this.page.sheet.set(this.share);
      this.share = 0;
      const within = this.root.contains(document.activeElement);
      this.root.hidden = true;
      this.shown = null;
      if (within && this.opener?.isConnected) this.opener.focus({ preventScroll: true });
    }

    close() {
      if (this.shown) this.page.choice.select(null);
    }

    refill() {
      if (this.shown) this.fill();
    }

    fill() {
      const { say } = this.page;
      const subject = geobrief.subjectOf(this.shown, this.page);
      const close = element("button", { type: "button", class: "close", "aria-label": say("close") }, "✕");
      close.addEventListener("click", () => this.close());
      this.body = element("div", { class: "claims", tabindex: "0", role: "region", "aria-label": say("strongest") });
      for (const name of ["cell", "flow"]) delete this.root.dataset[name];
      Object.assign(this.root.dataset, subject.data);
      this.root.replaceChildren(
        element(
          "header",
          null,
          element("h2", { id: "card-name", tabindex: "-1", dir: "auto" }, subject.name),
          close,
          element("p", { class: "about" }, say("claimCount", { n: subject.total })),
        ),
        this.body,
        this.footer(subject),
      );
      this.strongest(subject);
    }

    strongest({ claims: all, counts, total, bins }) {
      const { page } = this;
      const claims = all.slice(0, MOST);
      const left = total > claims.length ? page.say(page.served ? "restServed" : "rest") : "";
      this.body.replaceChildren(
        this.certainties(counts),
        this.times(bins()),
        ...claims.map((claim) => geobrief.claimEntry(claim, page)),
        left ? element("p", { class: "nothing" }, left) : "",
      );
    }

    certainties(counts) {
      const { corpus, say, language } = this.page;
      const number = new Intl.NumberFormat(language);
      const rows = corpus.certainties
        .map((name, at) => [name, counts[at]])
        .filter(([, n]) => n)
        .reverse()
        .map(([name, n]) =>
          element(
            "li",
            null,
            element("span", { class: `swatch ${name}` }),
            element("span", { class: "what" }, say(`certainty_${name}`)),
            element("span", { class: "n" }, number.format(n)),
          ),
        );
      return element("ul", { class: "breakdown", "aria-label": say("facet_certainty") }, ...rows);
    }

    // Its claims over time, as the timeline shows all.
    times(bins) {
      const { corpus, say } = this.page;
      const { count } = corpus.bins;
      if (!count) return "";
      const paths = geobrief.columnPaths(bins, bins, corpus, { x: (i) => i - 1, gap: 0.12, height: HEIGHT });
      const attributes = { class: "spans still", viewBox: `0 0 ${count} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" };
      const ends = [1, count].map((bin) => geobrief.binText(corpus.bins, bin, this.page.language));
      return element(
        "div",
        { class: "times" },
        svg("svg", attributes, ...paths.map(([name, d]) => svg("path", { class: name, d }))),
        element("p", { class: "ends", "aria-label": say("timeline") }, ...ends.map((end) => element("span", null, end))),
      );
    }

    footer({ zooms, total, path, values }) {
      const { page } = this;
      const footer = element("footer", null);
      const button = (text, does) => {
        const node = element("button", { type: "button", class: "to-text" }, text);
        node.addEventListener("click", does);
        footer.append(node);
        return node;
      };
      if (zooms) button(page.say("zoomIn"), () => page.zoomTo(this.shown));
      if (page.served && total) {
        const all = button(page.say("showAll", { n: total }), () => {
          all.remove();
          geobrief.showAll(this.body, { path, values }, page);
        });
      }
      return footer;
    }
  }

  Object.assign(geobrief, { CellCard });
})((globalThis.geobrief ??= {}));
