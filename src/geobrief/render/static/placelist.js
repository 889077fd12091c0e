"use strict";

// Below the text: every place with its claims, for who cannot use a map and for print; and where all of it comes from.
(function (geobrief) {
  const { element, disc } = geobrief;
  // Of more places than these the first are listed; the others follow once the map is drawn.
  const MANY = 400;
  const FIRST = 40;

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

  // Hides of an entry what is filtered out: all of it, or some of its claims.
  function hide(item, place) {
    item.hidden = place.out;
    if (place.out) return;
    place.claims.forEach((claim, i) => (item.lastChild.children[i].hidden = claim.out));
  }

  // Changes a long list while it is not displayed: Chromium takes a minute for thousands of entries that come and go one
  // by one where those far from being seen are not laid out. Where the reader was is kept.
  function unseen(list, change) {
    const scroller = list.closest("#reading");
    const { scrollTop } = scroller;
    list.hidden = true;
    change();
    // Asking for a size makes the browser take the list out before it comes back.
    void list.offsetWidth;
    list.hidden = false;
    if (scroller.scrollTop !== scrollTop) scroller.scrollTop = scrollTop;
  }

  function showPlaces(root, page) {
    const { brief, say, selection, backlog } = page;
    if (!brief.places.length) {
      root.append(element("p", { class: "nothing" }, say("noPlaces")));
      return;
    }
    const heading = element("h2", { id: "places-heading" }, say("allPlaces"));
    const list = element("ol", { class: brief.places.length > MANY ? "places long" : "places" });
    const entries = new Map();
    const append = (place) => {
      const item = entry(place, page);
      entries.set(place, item);
      hide(item, place);
      list.append(item);
    };
    backlog.add(brief.places, append, brief.places.length > MANY ? FIRST : MANY);
    root.append(heading, list);
    let selected = null;
    selection.on("select", ({ place }) => {
      selected?.classList.remove("selected");
      selected = entries.get(place)?.firstChild;
      selected?.classList.add("selected");
    });
    selection.on("filter", (_, changed) => {
      const turned = new Set([...changed.places, ...changed.claims.flatMap((claim) => claim.places)]);
      const change = () => turned.forEach((place) => entries.has(place) && hide(entries.get(place), place));
      if (turned.size > MANY) unseen(list, change);
      else change();
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
