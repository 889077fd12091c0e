"use strict";

// What the reader has chosen and what the pointer is over; the views listen, none knows another.
(function (geobrief) {
  class Selection {
    constructor(brief) {
      this.brief = brief;
      this.claim = null;
      this.place = null;
      this.lit = "";
      this.listeners = { select: [], light: [] };
    }

    // `select` is told the element from which it came, so that focus can return to it.
    on(event, listener) {
      this.listeners[event].push(listener);
    }

    tell(event, detail) {
      for (const listener of this.listeners[event]) listener(this, detail);
    }

    // Chooses a claim, at one of its places (its first if none is given), or a place alone, or nothing.
    select({ claim = null, place = null }, { opener = null, record = true } = {}) {
      this.claim = this.brief.claim.get(claim) || null;
      const named = this.brief.place.get(place);
      this.place = this.claim && !this.claim.places.includes(named) ? this.claim.places[0] : named || null;
      if (record) this.record();
      this.tell("select", { opener });
    }

    // Puts what is chosen into the address; a notebook's frame has none that may be written.
    record() {
      const first = this.claim && this.claim.places[0] === this.place;
      const address = geobrief.formatAddress({ claim: this.claim?.id, place: first ? null : this.place?.id });
      if (address === location.hash) return;
      try {
        history.pushState(null, "", address || location.href.replace(/#.*$/, ""));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    }

    // Lights a claim, or all claims of a place, until it is called with nothing.
    light({ claim = null, place = null } = {}) {
      const lit = `${claim}\n${place}`;
      if (lit === this.lit) return;
      this.lit = lit;
      this.tell("light", { claim: this.brief.claim.get(claim) || null, place: this.brief.place.get(place) || null });
    }

    // The places that belong to what is chosen: the claim's, or the place alone.
    get places() {
      if (this.claim) return this.claim.places;
      return this.place ? [this.place] : [];
    }
  }

  // Links of the form #claim=… and #place=… are the page's own: one listener for all of them, wherever they stand.
  // A toponym within a claim chooses the claim at that place.
  function followLinks(root, selection) {
    const chosen = (event) => {
      const mention = event.target.closest?.("[data-mention]")?.dataset.mention;
      const link = event.target.closest?.('a[href^="#claim="], a[href^="#place="]');
      if (!link && !mention) return null;
      const choice = link ? geobrief.parseAddress(link.getAttribute("href")) : {};
      return mention ? { ...choice, place: mention } : choice;
    };
    root.addEventListener("click", (event) => {
      const choice = chosen(event);
      if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      selection.select(choice, { opener: event.target.closest("a") });
    });
    for (const start of ["pointerover", "focusin"])
      root.addEventListener(start, (event) => selection.light(chosen(event) || {}));
    for (const end of ["pointerleave", "focusout"]) root.addEventListener(end, () => selection.light());
  }

  Object.assign(geobrief, { Selection, followLinks });
})((globalThis.geobrief ??= {}));
