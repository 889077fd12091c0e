"use strict";

// The chosen place as fields, and what can be done with it.
(function (geobrief) {
  const { element, field, button } = geobrief;

  const lines = (text) => [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];

  // A number as it was typed, with a comma or a point; text that is none goes on as it is, for the server to refuse.
  const number = (text) => {
    const value = Number(text.trim().replace(",", "."));
    return text.trim() && Number.isFinite(value) ? value : text;
  };

  function fields(place, editor) {
    const { say, session, kinds } = editor;
    const set = (name, read = (text) => text || null) => (value, options) =>
      session.change({ do: "set_place", id: place.id, fields: { [name]: read(value) } }, options);
    const text = (name, more = {}) =>
      field({ name, label: say(`field_${name}`), value: place[name] || "", save: set(name), ...more }, session);
    return [
      text("name", {
        required: say("nameNeeded"),
        save: (name, options) => session.change({ do: "rename_place", id: place.id, name }, options),
      }),
      text("kind", { type: "select", options: kinds.map((kind) => [kind, say(`kind_${kind}`)]) }),
      element("div", { class: "pair" }, text("within"), text("country_code", { hint: say("hint_country_code") })),
      text("aliases", {
        type: "textarea",
        value: (place.aliases || []).join("\n"),
        hint: say("hint_aliases"),
        save: set("aliases", lines),
      }),
      text("note", { type: "textarea" }),
    ];
  }

  // Both coordinates in one field: one without the other is no place.
  function position(place, { say, session }) {
    const located = Number.isFinite(place.lon);
    const save = (value, options) => {
      const [lon, lat] = value.split(/[\s,;]+/).filter(Boolean).map(number);
      session.change({ do: "move_place", id: place.id, lon: lon ?? value, lat: lat ?? value }, options);
    };
    return field(
      {
        name: "position",
        label: say("field_position"),
        hint: say("hint_position"),
        value: located ? `${place.lon}, ${place.lat}` : "",
        save,
      },
      session,
    );
  }

  function origin(place, { say, session }) {
    const set = (name) => (value, options) =>
      session.change({ do: "set_place", id: place.id, fields: { [name]: value || null } }, options);
    return ["precision", "source"].map((name) =>
      field({ name, label: say(`field_${name}`), value: place[name] || "", save: set(name) }, session),
    );
  }

  function area(place, editor) {
    const { say, session } = editor;
    const remove = () => session.change({ do: "set_place", id: place.id, fields: { geometry: null } });
    return [
      button(say("placeOnMap"), () => editor.placeOnMap(place), { name: "place-on-map" }),
      /Polygon$/.test(place.geometry?.type || "")
        ? button(say("editArea"), () => editor.editArea(place), { name: "edit-area" })
        : button(say("drawArea"), () => editor.drawArea(place), { name: "draw-area" }),
      place.geometry ? button(say("removeArea"), remove, { name: "remove-area" }) : null,
    ];
  }

  // Another place of the brief into which this one is merged.
  function merging(place, { say, session, brief }) {
    const others = brief().places.filter((other) => other !== place);
    if (!others.length) return null;
    const into = element(
      "select",
      { name: "merge-into" },
      ...others.map((other) => element("option", { value: other.id }, `${other.number}. ${other.name}`)),
    );
    const merge = () =>
      session.change(
        { do: "merge_places", id: place.id, into: into.value },
        { select: () => ({ place: into.value }) },
      );
    return element(
      "p",
      { class: "merge" },
      element("label", null, say("mergeInto"), " ", into),
      button(say("merge"), merge, { name: "merge" }),
    );
  }

  // The claims about a place, each a button that opens its fields.
  function claimList(place, { say, choose }) {
    if (!place.claims.length) return element("p", { class: "remark" }, say("noClaims"));
    const open = (claim) => () => choose({ claim: claim.id, place: place.id });
    return element(
      "ul",
      { class: "claim-list" },
      ...place.claims.map((claim) =>
        element("li", null, button(claim.quote, open(claim), { dir: "auto", "data-edit-claim": claim.id })),
      ),
    );
  }

  // Asks before claims go with the place.
  function removal(place, editor) {
    const { say, session, confirm } = editor;
    const remove = async () => {
      const alone = place.claims.filter((claim) => claim.places.length === 1).length;
      if (alone && !(await confirm(say("removeWithClaims", { n: alone, name: place.name })))) return;
      session.change({ do: "remove_place", id: place.id, with_claims: true });
    };
    return button(say("removePlace"), remove, { name: "remove-place", class: "danger" });
  }

  function placeForm(place, editor) {
    const { say } = editor;
    return [
      element("h2", { tabindex: "-1", dir: "auto" }, `${place.number}. ${place.name}`),
      geobrief.acceptedNote(place, editor),
      ...fields(place, editor),
      position(place, editor),
      element("p", { class: "buttons" }, ...area(place, editor)),
      geobrief.slot(editor.areaLookup),
      geobrief.slot(editor.replaceLookup),
      element("details", { class: "further" }, element("summary", null, say("more")), ...origin(place, editor), merging(place, editor)),
      element("div", { class: "headed" }, element("h3", null, say("claimsOf")), geobrief.newClaimButton(place, editor)),
      geobrief.newClaimForm(place, editor),
      claimList(place, editor),
      removal(place, editor),
    ];
  }

  Object.assign(geobrief, { placeForm });
})((globalThis.geobrief ??= {}));
