"use strict";

// Several articles: a list by date, one of them open. One alone has no list.
(function (geobrief) {
  const { element } = geobrief;

  class Tabs {
    // `articles` are the shown articles in the order of the brief's documents.
    constructor(root, page, articles) {
      const { brief, selection, say } = page;
      if (brief.documents.length < 2) return;
      Object.assign(this, { page, articles });
      this.tabs = brief.documents.map((document, i) => this.tab(document, i));
      articles.forEach((node, i) => {
        node.setAttribute("role", "tabpanel");
        node.setAttribute("id", `article-${i}`);
        node.setAttribute("aria-labelledby", `tab-${i}`);
      });
      const label = { role: "tablist", "aria-orientation": "vertical", "aria-label": say("articles") };
      root.append(element("div", label, ...this.tabs.map(({ node }) => node)));
      root.addEventListener("click", ({ target }) => this.open(target.closest('[role="tab"]')));
      root.addEventListener("keydown", (event) => this.key(event));
      selection.on("read", () => this.show());
      selection.on("filter", () => this.count());
      this.show();
      this.count();
    }

    tab(document, i) {
      const { say, language } = this.page;
      const count = element("span", { class: "count" });
      const date = geobrief.formatDay(document.published, language);
      const node = element(
        "button",
        { type: "button", role: "tab", id: `tab-${i}`, "aria-controls": `article-${i}`, "data-article": document.id },
        element("span", { class: "tab-title", dir: "auto" }, document.title || say("documentUntitled")),
        element("span", { class: "tab-about" }, date, date ? say("separator") : null, count),
      );
      return { node, count, document };
    }

    open(node) {
      if (node) this.page.selection.read(node.dataset.article);
    }

    key(event) {
      const nodes = this.tabs.map(({ node }) => node);
      const at = nodes.indexOf(event.target);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const next = nodes[(to + nodes.length) % nodes.length];
      next.focus();
      this.open(next);
    }

    show() {
      this.tabs.forEach(({ node, document }, i) => {
        const open = document.id === this.page.selection.reading;
        node.setAttribute("aria-selected", String(open));
        node.tabIndex = open ? 0 : -1;
        this.articles[i].classList.toggle("away", !open);
        if (open) keepInView(node);
      });
    }

    // How many of its claims each article shows.
    count() {
      for (const { node, count, document } of this.tabs) {
        const shown = document.claims.filter((claim) => !claim.out).length;
        count.textContent = this.page.say("claimCount", { n: shown });
        node.classList.toggle("none", shown === 0 && document.claims.length > 0);
      }
    }
  }

  // Scrolls the list, and nothing around it.
  function keepInView(node) {
    const list = node.parentElement;
    const top = node.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top + node.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top;
  }

  Object.assign(geobrief, { Tabs });
})((globalThis.geobrief ??= {}));
