"use strict";

// Below the text: every place with its claims, for who cannot use a map and for print; and where all of it comes from.
(function (geobrief) {
  const { element, disc } = geobrief;
  // Of more places than these the first are listed; the others follow once the map is drawn.
  const MANY = 400;
  const STRETCH = 50;
  // Pixels that an entry and each of its claims take, more or less.
  const ENTRY = 48;
  const LINE = 37;

  // "Site in Tatarstan, Russia"
  function describeKind(place, say) {
    const kind = say(`kind_${place.kind}`);
    const country = place.country && place.country !== place.name ? place.country : "";
    const where = [place.within !== place.name && place.within, country].filter(Boolean).join(say("comma"));
    return where ? say("kindIn", { kind, where }) : kind;
  }

  const tag = (certainty, say) => element("span", { class: `tag ${certainty}` }, say(`certainty_${certainty}`));

  function claimEntry(claim, page) {
    const attributes = { href: `#claim=${encodeURIComponent(claim.id)}`, dir: "auto", lang: claim.language };
    const link = element("a", attributes, claim.quote);
    const beside = geobrief.besideText(claim, page);
    const among = beside ? element("span", { class: "among" }, beside) : null;
    return element("li", null, link, " ", tag(claim.certainty, page.say), " ", among);
  }

  function entry(place, page) {
    const { say } = page;
    const about = [describeKind(place, say), place.label ? "" : say("notLocated")]
      .filter(Boolean)
      .join(say("separator"));
    const link = element(
      "a",
      { class: "entry", href: `#place=${encodeURIComponent(place.id)}`, "data-place": place.id },
      disc(place, { "aria-hidden": "true" }),
      element("span", { class: "entry-name", dir: "auto" }, place.name),
      element("span", { class: "entry-kind" }, about),
    );
    const claims = place.claims.length
      ? element("ul", null, ...place.claims.map((claim) => claimEntry(claim, page)))
      : null;
    return element("li", { class: place.label ? null : "unlocated" }, link, claims);
  }

  // A stretch of the list. A long list is several, since a browser asks at each frame of every element that it may pass
  // over whether it is near to being seen: of a stretch once, not of each of its entries.
  class Stretch {
    constructor(places, long) {
      this.places = places;
      this.node = element("ol", { class: long ? "places long" : "places" });
      this.settle();
    }

    // Keeps the room, more or less, of what is not filtered out.
    settle() {
      const shown = this.places.filter((place) => !place.out);
      this.node.hidden = !shown.length;
      const room = shown.reduce((sum, { claims }) => sum + ENTRY + LINE * claims.length, 0);
      this.node.style.setProperty("--room", `${room}px`);
    }
  }

  // Hides of an entry what is filtered out: all of it, or some of its claims. An only claim goes with its place.
  function hide(item, place) {
    item.hidden = place.out;
    if (place.out || place.claims.length < 2) return;
    const { children } = item.lastChild;
    place.claims.forEach((claim, i) => (children[i].hidden = claim.out));
  }

  function showPlaces(root, page) {
    const { brief, say, selection, backlog } = page;
    if (!brief.places.length) {
      root.append(element("p", { class: "nothing" }, say("noPlaces")));
      return;
    }
    root.append(element("h2", { id: "places-heading" }, say("allPlaces")));
    const long = brief.places.length > MANY;
    const size = long ? STRETCH : MANY;
    const stretches = [];
    const entries = new Map();
    const append = (place, row) => {
      if (row % size === 0) {
        stretches.push(new Stretch(brief.places.slice(row, row + size), long));
        root.append(stretches.at(-1).node);
      }
      const item = entry(place, page);
      entries.set(place, item);
      hide(item, place);
      stretches.at(-1).node.append(item);
    };
    backlog.add(brief.places, append, size);
    let selected = null;
    selection.on("select", ({ place }) => {
      selected?.classList.remove("selected");
      selected = entries.get(place)?.firstChild;
      selected?.classList.add("selected");
    });
    selection.on("filter", (_, changed) => {
      const turned = new Set(changed.places);
      for (const { places } of changed.claims) for (const place of places) turned.add(place);
      for (const place of turned) if (entries.has(place)) hide(entries.get(place), place);
      for (const stretch of stretches) stretch.settle();
    });
  }

  function creditLine(credit) {
    const text = credit.text ? element("span", null, `: ${credit.text}`) : null;
    return element("li", null, geobrief.outside(credit.url, credit.name), text);
  }

  function documentLine(document, { say, language }) {
    const title = document.title || say("documentUntitled");
    const rest = [document.publisher, geobrief.formatDay(document.published, language)]
      .filter(Boolean)
      .join(say("separator"));
    return element(
      "li",
      { dir: "auto" },
      geobrief.outside(document.url, title),
      rest ? element("span", null, `: ${rest}`) : null,
    );
  }

  function showCredits(root, page) {
    const { brief, drawn, say } = page;
    const texts = brief.documents.map((document) => documentLine(document, page));
    root.append(
      element("h2", null, say("credits")),
      ...(texts.length ? [element("h3", null, say("creditsText")), element("ul", null, ...texts)] : []),
      element("h3", null, say("creditsMap")),
      element("ul", null, ...(drawn.credits || []).map(creditLine)),
      element("p", null, drawn.border_policy || ""),
    );
  }

  Object.assign(geobrief, { describeKind, tag, showPlaces, showCredits });
})((globalThis.geobrief ??= {}));
