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
      this.lookups = { "replace-place": this.replaceLookup, "claim-place": this.claimLookup };
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
      return this.session.change({ do: "set_place", id: place.id, fields: { ...fields, ...more } });
    }

    placeOnMap(place) {
      this.mapMode({
        hint: this.say("placing", { name: place.name }),
        done: ([lon, lat]) => this.move(place.id, lon, lat),
      });
    }

    move(id, lon, lat) {
      return this.session.change({ do: "move_place", id, lon, lat }, { select: () => ({ place: id }) });
    }

    drawArea(place) {
      const done = (points) => {
        const geometry = { type: "Polygon", coordinates: [geobrief.ringOf(points)] };
        const fields = { geometry, lon: null, lat: null, precision: "area", source: "by hand" };
        this.session.change({ do: "set_place", id: place.id, fields });
      };
      this.mapMode({ hint: this.say("drawing", { name: place.name }), area: true, done });
    }

    mapMode(options) {
      this.mode?.end();
      this.mode = new geobrief.MapMode({ say: this.say, ...options });
    }

    addClaim(place) {
      const claim = { quote: this.say("newClaim"), places: place.id };
      this.session.change(
        { do: "add_claim", claim },
        { select: ({ claims }) => ({ claim: claims[0], place: place.id }) },
      );
    }

    addToClaim(option) {
      const { claim } = this.selection;
      if (!claim) return null;
      return this.trying(async () => {
        const { id, changes } = await this.picked(option);
        const places = [...new Set([...claim.places.map((place) => place.id), id])].join(";");
        await this.session.change(
          geobrief.together([...changes, { do: "set_claim", id: claim.id, fields: { places } }]),
        );
      });
    }

    // Words as a claim about the places that they name; where they name none, it is asked for one.
    makeClaim(excerpt) {
      const named = geobrief.namedWithin(excerpt, this.brief());
      if (named.length) this.saveClaim(excerpt, named, []);
      else this.askPlace(excerpt, ({ id, changes }) => this.saveClaim(excerpt, [id], changes));
    }

    saveClaim({ document: article, quote }, places, before) {
      const claim = { article, quote, places: places.join(";") };
      return this.session.change(geobrief.together([...before, { do: "add_claim", claim }]), {
        select: ({ claims }) => ({ claim: claims[0] }),
      });
    }

    linkWords(excerpt) {
      this.askPlace(excerpt, ({ id, changes }) => {
        const link = { do: "link_words", id, words: excerpt.quote };
        this.session.change(geobrief.together([...changes, link]), { select: () => ({ place: id }) });
      });
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
