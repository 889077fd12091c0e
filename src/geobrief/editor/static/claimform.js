"use strict";

// The chosen claim as fields: the cells of its row in claims.csv.
(function (geobrief) {
  const { element, field, button } = geobrief;

  const two = (number) => String(number).padStart(2, "0");
  const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

  // The shortest form of a time: a day, a month, a year, else an interval, open where it has no end.
  function timeCell(when) {
    if (!when) return "";
    const { start = "", end = "" } = when;
    if (start && start === end) return start;
    const [year, month] = start.split("-").map(Number);
    if (start && start.endsWith("-01") && end === `${start.slice(0, 7)}-${two(lastDay(year, month))}`) return start.slice(0, 7);
    if (start && start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31`) return start.slice(0, 4);
    return `${start || ".."}/${end || ".."}`;
  }

  const quantityCell = (quantities) =>
    quantities.map(({ value, unit }) => `${value} ${unit}`.trim().replaceAll(";", ",")).join("; ");

  function cellsOf(claim) {
    return {
      quote: claim.quote,
      by: claim.by,
      certainty: claim.certainty,
      quantity: quantityCell(claim.quantities),
      when: timeCell(claim.when),
      url: claim.url || "",
      note: claim.note || "",
    };
  }

  function fields(claim, { say, session, certainties }) {
    const cells = cellsOf(claim);
    const set = (name) => (value, options) =>
      session.change({ do: "set_claim", id: claim.id, fields: { [name]: value } }, options);
    const text = (name, more = {}) =>
      field({ name: `claim-${name}`, label: say(`field_${name}`), value: cells[name], save: set(name), ...more }, session);
    return [
      text("quote", { type: "textarea", rows: 4, required: say("quoteNeeded") }),
      text("by"),
      text("certainty", { type: "select", options: certainties.map((each) => [each, say(`certainty_${each}`)]) }),
      text("quantity", { hint: say("hint_quantity") }),
      text("when", { hint: say("hint_when") }),
      text("url"),
      text("note", { type: "textarea" }),
    ];
  }

  // From where to where, each one of the claim's own brief's places or none; both or neither is saved.
  function flow(claim, { say, session, brief }) {
    const ends = ["from", "to"].map((name) => {
      const options = [["", "–"], ...brief().places.map((place) => [place.id, `${place.number}. ${place.name}`])];
      const node = element("select", { name }, ...options.map(([value, label]) => element("option", { value }, label)));
      node.value = claim.flow?.[name]?.id || "";
      return { name, node };
    });
    const save = () => {
      const [from, to] = ends.map(({ node }) => node.value);
      if (Boolean(from) !== Boolean(to)) return;
      session.change({ do: "set_claim", id: claim.id, fields: { from, to } });
    };
    for (const { node } of ends) node.addEventListener("change", save);
    return ends.map(({ name, node }) => geobrief.labelled(node, say(`field_${name}`)));
  }

  function places(claim, editor) {
    const { say, session } = editor;
    const without = (gone) => {
      const kept = claim.places.filter((place) => place !== gone).map(({ id }) => id);
      session.change({ do: "set_claim", id: claim.id, fields: { places: kept.join(";") } });
    };
    const entry = (place) =>
      element(
        "li",
        null,
        button(place.name, () => editor.choose({ place: place.id }), { dir: "auto" }),
        claim.places.length > 1
          ? button("✕", () => without(place), { "aria-label": say("withoutPlace", { name: place.name }), class: "tight" })
          : null,
      );
    return element("ul", { class: "claim-places", "aria-label": say("field_places") }, ...claim.places.map(entry));
  }

  function claimForm(claim, editor) {
    const { say, session } = editor;
    const remove = () => session.change({ do: "remove_claim", id: claim.id });
    return [
      element("h2", { tabindex: "-1" }, say("claimNamed", { id: claim.id })),
      geobrief.acceptedNote(claim, editor),
      ...fields(claim, editor),
      element("h3", null, say("field_places")),
      places(claim, editor),
      geobrief.slot(editor.claimLookup),
      element("details", { class: "further" }, element("summary", null, say("movement")), ...flow(claim, editor)),
      button(say("removeClaim"), remove, { name: "remove-claim", class: "danger" }),
    ];
  }

  Object.assign(geobrief, { claimForm, timeCell, quantityCell });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
