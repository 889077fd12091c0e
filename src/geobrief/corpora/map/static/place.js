"use strict";

// What a reader of a corpus sees, as the part of the address after the #, and back. Dates and the view are read as on a brief's page.
(function (geobrief) {
  const LISTS = ["certainty", "kind", "publisher"];

  // {cell, filter, view} of an address; `publisher` may be "-": all others.
  function parsePlace(hash) {
    const { filter, view } = geobrief.parseAddress(hash);
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const publishers = hash.match(/[#&]publisher=([^&]*)/)?.[1].split(",").filter(Boolean) || [];
    return {
      cell: given.get("cell"),
      view,
      filter: {
        from: filter.from,
        to: filter.to,
        certainty: filter.certainty,
        kind: filter.kind,
        publisher: publishers.map((each) => new URLSearchParams(`x=${each}`).get("x")),
      },
    };
  }

  function formatPlace({ cell, filter, view }) {
    const { from, to } = filter;
    const [dates, seen] = [geobrief.formatAddress({ filter: { from, to } }), geobrief.formatAddress({ view })];
    const lists = LISTS.filter((name) => filter[name].length).map(
      (name) => `${name}=${filter[name].map(encodeURIComponent).join(",")}`,
    );
    const said = [cell && `cell=${cell}`, dates.slice(1), ...lists, seen.slice(1)].filter(Boolean);
    return said.length ? `#${said.join("&")}` : "";
  }

  Object.assign(geobrief, { parsePlace, formatPlace });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
