"use strict";

// The entries of the review list: what geobrief took a place or a claim for, why that is doubtful, and what can be done.
(function (geobrief) {
  const { element, button, shortened, titled } = geobrief;
  // The property of a place, and the column of a claim, that say on which day an editor has accepted it.
  const REVIEWED = "reviewed";

  const today = () => new Date().toISOString().slice(0, 10);
  // What accepting does to a place: the draft's own note goes, an editor's stays.
  function acceptedFields(place, doubt) {
    const drafted = doubt.draft_note && place.note === doubt.note;
    return { extra: { ...place.extra, [REVIEWED]: today() }, ...(drafted ? { note: null } : {}) };
  }

  // The change that accepts the place or the claim of a doubt, as it is by now; null where it is gone.
  function acceptance(doubt, { say, brief }) {
    const { place, claim } = geobrief.meantBy(doubt, brief());
    if (claim) {
      const title = say("acceptingClaim", { id: claim.id, name: shortened(claim.quote) });
      return titled(title, { do: "set_claim", id: claim.id, fields: { [REVIEWED]: today() } });
    }
    if (!place) return null;
    return titled(say("accepting", { name: place.name }), { do: "set_place", id: place.id, fields: acceptedFields(place, doubt) });
  }

  // Says on which day the place or the claim was accepted.
  function acceptedNote(thing, { say, language }) {
    const day = thing.extra?.[REVIEWED];
    return day ? element("p", { class: "remark accepted" }, say("acceptedOn", { day: geobrief.formatDay(String(day), language) })) : null;
  }

  function reasons(why) {
    return why.length ? element("ul", { class: "why" }, ...why.map((text) => element("li", { dir: "auto" }, text))) : null;
  }

  const sureness = (score, { say, language }) =>
    say("sure", { sure: new Intl.NumberFormat(language, { style: "percent" }).format(score) });

  function actions({ name, accept, reject, edit }, { say }) {
    return element(
      "p",
      { class: "buttons" },
      button(say("accept"), accept, { name: "accept", "aria-label": say("acceptNamed", { name }) }),
      button(say("reject"), reject, { name: "reject", "aria-label": say("rejectNamed", { name }) }),
      button(say("edit"), edit, { name: "edit", "aria-label": say("editNamed", { name }) }),
    );
  }

  function placeEntry(doubt, editor, { acted, edit }) {
    const { say, brief, choose, session } = editor;
    const place = brief().place.get(doubt.place);
    const where = [say(`kind_${place.kind}`), place.within, place.country].filter(Boolean).join(say("comma"));
    const reject = { do: "remove_place", id: place.id, with_claims: true };
    return element(
      "li",
      { class: "doubt", "data-doubt": place.id, "data-what": "place" },
      button(place.name, () => choose({ place: place.id }), { class: "doubt-name", name: "name", dir: "auto" }),
      element("p", { class: "remark" }, [where, sureness(doubt.score, editor)].join(say("separator"))),
      reasons(doubt.why),
      actions(
        {
          name: place.name,
          accept: () => acted(session.change(acceptance(doubt, editor))),
          reject: () => acted(session.change(reject)),
          edit: () => edit(doubt),
        },
        editor,
      ),
      doubt.runners_up.length ? others(place, doubt, editor, acted) : null,
    );
  }

  // What else the name could mean, each a click away.
  function others(place, doubt, editor, acted) {
    const { say } = editor;
    const take = (candidate) => () => acted(editor.trying(() => editor.take(place, candidate, acceptedFields(place, doubt))));
    const entries = doubt.runners_up.map((candidate) =>
      element(
        "li",
        null,
        button(geobrief.candidateText(candidate, editor), take(candidate), { "data-candidate": candidate.id }),
      ),
    );
    return element("div", null, element("p", { class: "remark" }, say("orRather")), element("ul", { class: "rather" }, ...entries));
  }

  // What the claim is filed as, in one line: what a person holds against the quote.
  function filed(claim, editor) {
    const { say, language } = editor;
    const { from, to } = claim.flow || {};
    const parts = [
      geobrief.sourceText(claim, say),
      ...claim.amounts.map((quantity) => geobrief.formatQuantity(quantity, language)),
      claim.when && geobrief.formatTime(claim.when, { say, language }),
      claim.places.map(({ name }) => name).join(say("comma")),
      from && to && say("flow", { from: from.name, to: to.name }),
    ];
    const tag = element("span", { class: `tag ${claim.certainty}` }, say(`certainty_${claim.certainty}`));
    return element("p", { class: "filed", dir: "auto" }, tag, " ", parts.filter(Boolean).join(say("separator")));
  }

  function claimEntry(doubt, editor, { acted, edit }) {
    const { say, brief, session } = editor;
    const claim = brief().claim.get(doubt.claim);
    const name = shortened(claim.quote);
    const set = (fields) => ({ do: "set_claim", id: claim.id, fields });
    const nearest = () => acted(session.change(titled(say("requoting", { id: claim.id }), set({ quote: doubt.nearest }))));
    return element(
      "li",
      { class: "doubt", "data-doubt": claim.id, "data-what": "claim" },
      button(say("quoted", { text: claim.quote }), () => editor.show(claim), { class: "doubt-quote", name: "name", dir: "auto" }),
      filed(claim, editor),
      element("p", { class: "remark" }, doubt.why.length ? sureness(doubt.score, editor) : say("nothingDoubtful")),
      reasons(doubt.why),
      doubt.nearest
        ? element(
            "div",
            null,
            element("p", { class: "remark" }, say("orRatherWords")),
            button(say("quoted", { text: doubt.nearest }), nearest, { class: "doubt-quote", name: "nearest", dir: "auto" }),
          )
        : null,
      actions(
        {
          name,
          accept: () => acted(session.change(acceptance(doubt, editor))),
          reject: () => acted(session.change({ do: "remove_claim", id: claim.id })),
          edit: () => edit(doubt),
        },
        editor,
      ),
    );
  }

  Object.assign(geobrief, { placeEntry, claimEntry, acceptance, acceptedNote });
})((globalThis.geobrief ??= {}));
