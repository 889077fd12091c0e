"use strict";

// What the editor does: each wish of the reader's as a change for the session.
(function (geobrief) {
  class Editor {
    constructor({ session, client, say, kinds, certainties, confirm }) {
      Object.assign(this, { session, client, say, kinds, certainties, confirm, mode: null, waiting: null });
      const lookup = (id, label, take, own) =>
        new geobrief.Lookup({ id, label: say(label), client, say, language: this.language, take, own });
      const own = () => this.brief().places;
      this.addLookup = lookup("add-place", "addPlace", (option) => this.addPlace(option));
      this.replaceLookup = lookup("replace-place", "replacePlace", (option) => this.replacePlace(option));
      this.claimLookup = lookup("claim-place", "addToClaim", (option) => this.addToClaim(option), own);
      this.linkLookup = lookup("link-place", "linkTo", (option) => this.waiting?.(option), own);
      this.areaLookup = lookup("area-place", "startArea", (option) => this.startArea(option));
      // Whose area was changed elsewhere meanwhile has been asked which one stays.
      session.on("clashed", () => this.mode?.end());
      this.lookups = { "area-place": this.areaLookup, "replace-place": this.replaceLookup, "claim-place": this.claimLookup };
      this.brief = this.brief.bind(this);
      this.choose = this.choose.bind(this);
    }

    get language() {
      return geobrief.started.page.language;
    }

    get selection() {
      return geobrief.started.page.selection;
    }

    brief() {
      return geobrief.started.page.brief;
    }

    choose(choice) {
      this.selection.select(choice);
    }

    picked(option, aliases) {
      return geobrief.picked(option, { client: this.client, brief: this.brief(), aliases });
    }

    // Runs what asks the server outside the session, and says what goes wrong.
    async trying(work) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof geobrief.Refusal)) throw error;
        this.session.tell("failed", error);
        return null;
      }
    }

    addPlace(option) {
      return this.trying(async () => {
        const { id, changes } = await this.picked(option);
        const saved = await this.session.change(geobrief.together(changes), { select: () => ({ place: id }) });
        // What is in no gazetteer is put on the map by hand.
        if (saved && option.name) this.placeOnMap(this.brief().place.get(id));
      });
    }

    // Another candidate's position, area and origin for the chosen place, which keeps its name.
    replacePlace(option) {
      const { place } = this.selection;
      if (!place || !option.candidate) return option.name ? this.placeOnMap(place) : null;
      return this.trying(() => this.take(place, option.candidate));
    }

    async take(place, candidate, more = {}) {
      const { fields } = await this.client.get("/api/candidate", { id: candidate.id });
      const where = [candidate.name, candidate.within, candidate.country].filter(Boolean).join(this.say("comma"));
      const change = { do: "set_place", id: place.id, fields: { ...fields, ...more } };
      return this.session.change(geobrief.titled(this.say("taking", { name: place.name, where }), change));
    }

    placeOnMap(place) {
      this.mapMode({
        hint: this.say("placing", { name: place.name }),
        keys: this.say("placingKeys"),
        done: ([lon, lat]) => this.move(place.id, lon, lat),
      });
    }

    move(id, lon, lat, options = {}) {
      return this.session.change({ do: "move_place", id, lon, lat }, { select: () => ({ place: id }), ...options });
    }

    drawArea(place) {
      const more = { lon: null, lat: null, precision: "area", source: "by hand" };
      this.areaMode(place, { parts: [], words: ["drawing", "drawingKeys"], base: this.session.revision, more });
    }

    // Every part and hole of the area that is there stays, but for what is changed of it.
    editArea(place) {
      return this.trying(async () => {
        const { revision, geometry } = await this.client.get("/api/area", { place: place.id });
        const parts = geobrief.partsOf(geometry);
        this.areaMode(place, { parts, words: ["editingArea", "editingAreaKeys"], base: revision, more: {} });
      });
    }

    // An area of the gazetteer as a start, beside what the place has already; nothing is saved yet.
    startArea({ candidate }) {
      const { place } = this.selection;
      if (!place) return null;
      if (!candidate) return this.drawArea(place);
      return this.trying(async () => {
        const found = await this.client.get("/api/area", { candidate: candidate.id });
        const own = await this.client.get("/api/area", { place: place.id });
        const given = geobrief.partsOf(found.geometry);
        if (!given.length) throw new geobrief.Refusal(this.say("noArea", { name: candidate.name }), 404);
        const { id: source, lon, lat } = candidate;
        const more = Number.isFinite(place.lon) ? {} : { source, lon, lat, precision: "area" };
        const parts = [...geobrief.partsOf(own.geometry), ...given];
        this.areaMode(place, { parts, words: ["editingArea", "editingAreaKeys"], base: own.revision, more });
      });
    }

    areaMode(place, { parts, words, base, more }) {
      const refused = ({ message }) => this.mode.tell(message);
      const done = (geometry) =>
        this.session.change({ do: "set_place", id: place.id, fields: { geometry, ...more } }, { base, refused });
      const [hint, keys] = words.map((name) => this.say(name, { name: place.name }));
      this.mapMode({ hint, keys, parts, place: place.id, done }, geobrief.AreaMode);
    }

    mapMode(options, Mode = geobrief.MapMode) {
      this.mode?.end();
      this.mode = new Mode({ say: this.say, ...options });
      this.mode.lay();
    }

    // Shows a claim on the map and in the text, beside what is open in the panel.
    show(claim) {
      this.choose({ claim: claim.id });
      if (claim.inText) geobrief.started.page.showInText(claim, { focus: false });
    }

    // Opens or closes the form for a claim more about a place.
    beginClaim(place) {
      this.begunAt = place ? place.id : null;
      this.asked?.();
    }

    // A claim in words that an article holds is tied to that one.
    addClaim(place, quote, refused) {
      const holder = geobrief.holderOf(quote, this.brief().documents);
      const claim = { quote, places: place.id, ...(holder ? { article: holder.id } : {}) };
      const select = ({ claims }) => {
        this.begunAt = null;
        return { claim: claims[0], place: place.id };
      };
      return this.session.change({ do: "add_claim", claim }, { select, refused });
    }

    addToClaim(option) {
      const { claim } = this.selection;
      if (!claim) return null;
      return this.trying(async () => {
        const { id, changes, name } = await this.picked(option);
        const places = [...new Set([...claim.places.map((place) => place.id), id])].join(";");
        const tie = { do: "set_claim", id: claim.id, fields: { places } };
        await this.session.change(geobrief.titled(this.say("tying", { id: claim.id, name }), ...changes, tie));
      });
    }

    // Words as a claim about the places that they name; where they name none, it is asked for one.
    makeClaim(excerpt) {
      const named = geobrief.namedWithin(excerpt, this.brief());
      if (named.length) this.saveClaim(excerpt, named, [], "");
      else this.askPlace(excerpt, ({ id, changes, name }) => this.saveClaim(excerpt, [id], changes, name));
    }

    saveClaim({ document: article, quote }, places, before, name) {
      const add = { do: "add_claim", claim: { article, quote, places: places.join(";") } };
      const title = this.say("claimingNew", { quote: geobrief.shortened(quote), name });
      return this.session.change(before.length ? geobrief.titled(title, ...before, add) : add, {
        select: ({ claims }) => ({ claim: claims[0] }),
      });
    }

    // Words become another name of a place, wherever the articles hold them.
    linkWords(excerpt) {
      this.askPlace(excerpt, ({ id, changes, name }) => {
        const words = excerpt.quote;
        const place = this.brief().place.get(id);
        if (place && [place.name, ...(place.aliases || [])].includes(words))
          return this.session.tell("failed", new geobrief.Refusal(this.say("linkedAlready", { words, name }), 0));
        const title = this.say(place ? "linking" : "linkingNew", { words, name });
        const link = { do: "link_words", id, words };
        return this.session.change(geobrief.titled(title, ...changes, link), { select: () => ({ place: id }) });
      });
    }

    // Another text of an article; then it is said what became of the quotes in it.
    async setText(id, text, { title = null, ...options } = {}) {
      const before = this.brief();
      const change = { do: "set_article", id, fields: { text } };
      const saved = await this.session.change(title ? geobrief.titled(title, change) : change, options);
      const { followed, lost } = geobrief.quotesAfter(before, this.brief(), id);
      if (saved && followed) this.session.tell("noted", this.say("quotesFollowed", { n: followed }));
      if (saved && lost) this.session.tell("noted", this.say("quotesLost", { n: lost }));
      return saved;
    }

    // Other words in the place of some of an article's.
    correct({ document: id, quote, start, end }, words, options) {
      const points = [...(this.brief().documents.find((each) => each.id === id)?.text ?? "")];
      if (points.slice(start, end).join("") !== quote) {
        options.refused(new geobrief.Refusal(this.say("movedOn"), 0));
        return null;
      }
      const text = points.slice(0, start).join("") + words + points.slice(end).join("");
      const [from, to] = [quote, words].map(geobrief.shortened);
      return this.setText(id, text, { title: this.say("correcting", { from, to, id }), ...options });
    }

    removeArticle({ id }) {
      return this.session.change({ do: "remove_article", id });
    }

    // `then` is given the place that is taken in the panel's lookup.
    askPlace(excerpt, then) {
      this.waiting = (option) => {
        this.waiting = null;
        this.asking?.(null);
        return this.trying(async () => then(await this.picked(option)));
      };
      this.asking?.(excerpt);
    }
  }

  Object.assign(geobrief, { Editor });
})((globalThis.geobrief ??= {}));
