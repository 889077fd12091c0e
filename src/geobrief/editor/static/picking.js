"use strict";

// A place that was taken in a lookup, as the changes that the brief needs for it: one of its own needs none.
(function (geobrief) {
  // Gives {id, name, changes}: the place's id and name, and what adds it. `aliases` are words of the articles that mean it too.
  async function picked({ candidate, place, name }, { client, brief, aliases = [] }) {
    if (place) return { id: place.id, name: place.name, changes: [] };
    const called = candidate?.name || name;
    const id = geobrief.freeId(called, new Set(brief.places.map((other) => other.id)));
    const others = [...aliases, ...spelled(candidate)].filter((other) => other !== called);
    const given = candidate ? (await client.get("/api/candidate", { id: candidate.id })).fields : { kind: "city" };
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    const added = { id, name: called, ...fields, ...(others.length ? { aliases: [...new Set(others)] } : {}) };
    return { id, name: called, changes: [{ do: "add_place", place: added }] };
  }

  // The name that was typed for a place with another main name, as Wonsan for Wŏnsan, is how articles call it.
  const spelled = (candidate) => (candidate?.matched && candidate.matched !== candidate.name ? [candidate.matched] : []);

  const together = (changes) => (changes.length === 1 ? changes[0] : { do: "several", changes });

  Object.assign(geobrief, { picked, together });
})((globalThis.geobrief ??= {}));
