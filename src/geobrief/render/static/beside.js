"use strict";

// On a card, below a claim: what others say of the same thing, unfolded side by side.
(function (geobrief) {
  const { element } = geobrief;

  // How many figures the list below the text names; the card has all.
  const NAMED = 3;

  const companionsOf = (claim, { brief, drawn }) =>
    geobrief.companions(claim, brief.group.get(claim.group), drawn.groups?.[claim.group]);

  // "In contradiction with 2 other claims"
  const label = ({ relation, count }, say) => say(`beside_${relation}`, { n: count });

  // The same with the figures of these, for the list below the text and for print; null for a claim in no group.
  function besideText(claim, page) {
    const found = companionsOf(claim, page);
    if (!found) return null;
    const others = found.others.filter(({ relation }) => relation === found.relation);
    const told = others
      .slice(0, NAMED)
      .map(({ figure, claim: { by, quote } }) =>
        page.say("besideFigure", { figure: figure || page.say("quoted", { text: quote }), by: by || page.say("byAuthor") }),
      );
    return `${label(found, page.say)}: ${told.join("; ")}${others.length > NAMED ? "; …" : ""}`;
  }

  // Who says it, when, where.
  function facts(claim, page) {
    const { say } = page;
    const parts = [
      claim.by || say("byAuthor"),
      claim.when && geobrief.formatTime(claim.when, page),
      claim.places.map((place) => place.name).join(say("comma")),
    ];
    return element(
      "p",
      { class: "facts" },
      geobrief.tag(claim.certainty, say),
      element("bdi", null, parts.filter(Boolean).join(say("separator"))),
    );
  }

  function toText(claim, page) {
    if (!claim.inText) return null;
    const button = element("button", { type: "button", class: "to-text" }, page.say("showInText"));
    button.addEventListener("click", () => page.showInText(claim));
    return button;
  }

  function row(claim, { figure, relation, quote }, page) {
    return element(
      "li",
      { class: relation || "own", "data-beside": claim.id },
      element(
        "div",
        { class: "figure" },
        element("strong", { dir: "auto" }, figure || "–"),
        element("span", null, page.say(relation || "thisClaim")),
      ),
      element(
        "div",
        null,
        quote ? geobrief.quoteNode(claim, [claim.quote]) : null,
        facts(claim, page),
        quote ? toText(claim, page) : null,
      ),
    );
  }

  // The control and what it unfolds; the rows are made when they are first asked for.
  function besideNode(claim, page) {
    const found = companionsOf(claim, page);
    if (!found) return null;
    const id = `beside-${page.brief.claims.indexOf(claim)}`;
    const rows = element("ul", { id, class: "beside", hidden: true });
    const button = element(
      "button",
      { type: "button", class: `unfold ${found.relation}`, "aria-expanded": "false", "aria-controls": id },
      label(found, page.say),
    );
    const node = element("div", { class: "besides" }, button, rows);
    button.addEventListener("click", () => {
      if (!rows.hasChildNodes()) {
        const own = row(claim, { figure: found.figure }, page);
        rows.append(own, ...found.others.map((other) => row(other.claim, { ...other, quote: true }, page)));
      }
      rows.hidden = !rows.hidden;
      button.setAttribute("aria-expanded", String(!rows.hidden));
      page.grown(node);
    });
    return node;
  }

  Object.assign(geobrief, { besideNode, besideText });
})((globalThis.geobrief ??= {}));
