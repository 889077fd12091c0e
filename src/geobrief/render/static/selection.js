"use strict";

// What the reader has chosen and what the pointer is over; the views listen, none knows another.
(function (geobrief) {
  // Whether an item that is now out, or in, was not so before.
  function turn(item, out) {
    const turned = item.out !== out;
    item.out = out;
    return turned;
  }

  class Selection {
    constructor(brief) {
      this.brief = brief;
      this.claim = null;
      this.place = null;
      this.lit = "";
      // While the page is drawn anew under what the reader does elsewhere, the card does not take the focus.
      this.quiet = false;
      this.index = geobrief.filterIndex(brief);
      this.filter = geobrief.noFilter();
      this.counts = geobrief.applyFilter(this.index, this.filter).counts;
      this.reading = this.firstRead;
      this.listeners = { select: [], light: [], filter: [], read: [], record: [] };
    }

    // `select` is told the element from which it came, so that focus can return to it; `filter` which claims and places
    // came in or went out; `read` that another article is open; `record` when the address is to say what is chosen.
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
      if (this.claim?.document) this.show(this.claim.document);
      if (record) this.tell("record", {});
      this.tell("select", { opener });
    }

    // The article that is open where nobody chose one: the chosen claim's, the only one filtered for, or the first.
    get firstRead() {
      const { article } = this.filter;
      return this.claim?.document || (article.length === 1 && article[0]) || this.brief.documents[0]?.id || null;
    }

    // Opens an article; null opens the one that follows from what else is chosen.
    read(id, { record = true } = {}) {
      const known = this.brief.documents.some((document) => document.id === id);
      this.show(known ? id : this.firstRead);
      if (record) this.tell("record", {});
    }

    show(id) {
      if (this.reading === id) return;
      this.reading = id;
      this.tell("read");
    }

    // Filters by what of the given filter this brief has; `replace` where the reader is still choosing.
    setFilter(given, { record = true, replace = false } = {}) {
      this.filter = geobrief.saneFilter(this.index, given);
      const matches = this.filter.q ? geobrief.claimMatcher(this.found, this.filter.q) : undefined;
      const { shown, counts } = geobrief.applyFilter(this.index, this.filter, matches);
      this.counts = counts;
      const changed = this.sieve(shown);
      if (this.filter.article.length === 1) this.show(this.filter.article[0]);
      if (record) this.tell("record", { replace });
      this.tell("filter", changed);
    }

    // Writes into claims and places whether they are filtered out; gives those for which that changed.
    sieve(shown) {
      const { claims, places } = this.brief;
      const filtering = geobrief.isFiltering(this.filter);
      const turned = claims.filter((claim, i) => turn(claim, !shown[i]));
      const bare = (place) => filtering && place.claims.every((claim) => claim.out);
      return { claims: turned, places: places.filter((place) => turn(place, bare(place))) };
    }

    // What the search looks through, made when it is first needed.
    get found() {
      this.searchable ??= geobrief.searchIndex(this.brief, this.index.facet.source.options);
      return this.searchable;
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
    // A link that goes on to another of a claim's places lights that one alone.
    const pointed = (event) => {
      const { claim, place } = chosen(event) || {};
      return event.target.closest?.(".place-link") ? { place } : { claim, place };
    };
    for (const start of ["pointerover", "focusin"])
      root.addEventListener(start, (event) => selection.light(pointed(event)));
    for (const end of ["pointerleave", "focusout"]) root.addEventListener(end, () => selection.light());
  }

  Object.assign(geobrief, { Selection, followLinks });
})((globalThis.geobrief ??= {}));
