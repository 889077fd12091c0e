"use strict";

// Before the page is printed, the map comes below the text and is fitted to the paper's width, drawn in lines and in
// light colours; afterwards all is as it was.
(function (geobrief) {
  const root = document.documentElement;

  class Paper {
    // `prepare` fills what is seen on paper alone; `base` is the base map of the screen.
    constructor({ map, page, camera, base, prepare }) {
      Object.assign(this, { map, page, camera, base, prepare, before: null, drawing: null });
      const { ended: signal } = page;
      this.filters = geobrief.element("p", { class: "paper-filters", dir: "auto" });
      document.getElementById("articles").before(this.filters);
      addEventListener("beforeprint", () => this.lay(), { signal });
      addEventListener("afterprint", () => this.lift(), { signal });
      // Previews and tools change the medium without these events.
      const print = matchMedia("print");
      const follow = () => (print.matches ? this.lay() : this.lift());
      print.addEventListener("change", follow, { signal });
      if (print.matches) this.lay();
    }

    lay() {
      if (this.before) return;
      this.prepare();
      this.tellFilters();
      this.before = {
        theme: root.dataset.theme,
        view: [this.map.getCenter(), this.map.getZoom()],
        open: document.querySelector("#legend details")?.open,
        focus: document.activeElement,
      };
      root.dataset.theme = "light";
      root.classList.add("paper");
      this.place(document.getElementById("articles"), true);
      // A canvas has a screen's pixels, lines are as fine as the printer.
      this.base.hide();
      this.drawing ??= new geobrief.BaseMap(this.map, this.page.drawn.base || {}, this.page.drawn.view, L.svg);
      this.drawing.show();
      this.camera.home();
      this.page.layout();
    }

    // A sheet with filters set shows less on its map than its text says: it tells which.
    tellFilters() {
      const { page, filters } = this;
      const told = page.filtered();
      filters.replaceChildren(...(told ? [geobrief.element("b", null, page.say("filters")), ` ${told}`] : []));
    }

    lift() {
      if (!this.before) return;
      const { theme, view, open, focus } = this.before;
      this.before = null;
      root.dataset.theme = theme;
      root.classList.remove("paper");
      this.place(document.getElementById("reading"), open);
      this.drawing.hide();
      this.base.show();
      this.base.restyle();
      this.map.setView(...view, { animate: false });
      this.page.layout();
      focus?.focus({ preventScroll: true });
    }

    // Puts the map behind a part of the page, its legend open or not.
    place(part, open) {
      part.after(document.getElementById("mapping"));
      const legend = document.querySelector("#legend details");
      if (legend) legend.open = open;
      this.map.invalidateSize({ animate: false, pan: false });
    }
  }

  Object.assign(geobrief, { Paper });
})((globalThis.geobrief ??= {}));
