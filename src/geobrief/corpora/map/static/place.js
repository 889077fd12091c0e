"use strict";

// What a reader of a corpus sees, as the part of the address after the #, and back. Dates and the view are read as on a brief's page.
(function (geobrief) {
  const LISTS = ["certainty", "kind", "publisher"];

  // The values of a list, each of which may hold a comma of its own; null where the address has none of that name.
  function listIn(hash, name) {
    const found = hash.match(new RegExp(`[#&]${name}=([^&]*)`));
    return found ? found[1].split(",").filter(Boolean).map((each) => new URLSearchParams(`x=${each}`).get("x")) : null;
  }

  // {cell, flow, filter, view} of an address: `flow` the ids of both ends; `publisher` may be "-": all others.
  function parsePlace(hash) {
    const { filter, view } = geobrief.parseAddress(hash);
    return {
      cell: new URLSearchParams(hash.replace(/^#/, "")).get("cell"),
      flow: listIn(hash, "flow"),
      view,
      filter: {
        from: filter.from,
        to: filter.to,
        certainty: filter.certainty,
        kind: filter.kind,
        publisher: listIn(hash, "publisher") || [],
      },
    };
  }

  function formatPlace({ cell, flow, filter, view }) {
    const { from, to } = filter;
    const [dates, seen] = [geobrief.formatAddress({ filter: { from, to } }), geobrief.formatAddress({ view })];
    const lists = LISTS.filter((name) => filter[name].length).map(
      (name) => `${name}=${filter[name].map(encodeURIComponent).join(",")}`,
    );
    const said = [cell && `cell=${cell}`, flow && `flow=${flow.map(encodeURIComponent).join(",")}`, dates.slice(1), ...lists, seen.slice(1)].filter(Boolean);
    return said.length ? `#${said.join("&")}` : "";
  }

  Object.assign(geobrief, { parsePlace, formatPlace });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
