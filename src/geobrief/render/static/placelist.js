"use strict";

// Below the text: every place with its claims, for who cannot use a map and for print; and where all of it comes from.
(function (geobrief) {
  const { element, disc } = geobrief;

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

  function showPlaces(root, page) {
    const { brief, say, selection } = page;
    if (!brief.places.length) {
      root.append(element("p", { class: "nothing" }, say("noPlaces")));
      return;
    }
    const heading = element("h2", { id: "places-heading" }, say("allPlaces"));
    const entries = brief.places.map((place) => entry(place, page));
    root.append(heading, element("ol", { class: "places" }, ...entries));
    selection.on("select", ({ place }) => {
      for (const link of root.querySelectorAll(".entry"))
        link.classList.toggle("selected", link.dataset.place === place?.id);
    });
    selection.on("filter", (_, changed) => {
      const turned = new Set([...changed.claims, ...changed.places]);
      brief.places.forEach((place, i) => {
        if (turned.has(place)) entries[i].hidden = place.out;
        place.claims.forEach((claim, k) => {
          if (turned.has(claim)) entries[i].lastChild.children[k].hidden = claim.out;
        });
      });
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
    root.append(
      element("h2", null, say("credits")),
      element("h3", null, say("creditsText")),
      element("ul", null, ...brief.documents.map((document) => documentLine(document, page))),
      element("h3", null, say("creditsMap")),
      element("ul", null, ...(drawn.credits || []).map(creditLine)),
      element("p", null, drawn.border_policy || ""),
    );
  }

  Object.assign(geobrief, { describeKind, tag, showPlaces, showCredits });
})((globalThis.geobrief ??= {}));
