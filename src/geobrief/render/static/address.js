"use strict";

// What a reader sees, as the part of the address after the #, and back: a link to it is a citation.
(function (geobrief) {
  const LISTS = ["certainty", "source", "kind", "article"];
  const TEXTS = ["claim", "place", "reading"];
  // The author's own claims have no source to name; a source of this name would be written %2D.
  const AUTHOR = "-";

  // Whatever somebody typed: a lone % stays one.
  function decode(text) {
    const spaced = text.replace(/\+/g, " ");
    try {
      return decodeURIComponent(spaced);
    } catch {
      return spaced;
    }
  }

  const encode = (text) => encodeURIComponent(text).replace(/%3A/g, ":").replace(/%2F/g, "/");
  const encodeItem = (item) => (item === "" ? AUTHOR : item === AUTHOR ? "%2D" : encode(item));
  const decodeItem = (item) => (item === AUTHOR ? "" : decode(item));

  // lon,lat,zoom; a view over the 180th meridian runs on past it.
  function parseView(text) {
    const numbers = (text || "").split(",").map((part) => (part.trim() ? Number(part) : NaN));
    const [lon, lat, zoom] = numbers;
    const sound = numbers.length === 3 && Math.abs(lon) <= 540 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 20;
    return sound ? { lon, lat, zoom } : null;
  }

  // About a pixel's exactness at the view's zoom.
  function formatView({ lon, lat, zoom }) {
    const digits = Math.min(6, Math.max(1, Math.ceil(zoom / 3)));
    return `${Number(lon.toFixed(digits))},${Number(lat.toFixed(digits))},${Number(zoom.toFixed(2))}`;
  }

  // A day, a month or a year that there is, else null.
  function parseDate(text, last) {
    return /^\d{4}(-\d\d){0,2}$/.test(text || "") && geobrief.dayOf(text, last) !== null ? text : null;
  }

  // {claim, place, reading, filter, view}: what is not in the address, or makes no sense there, is null or empty.
  function parseAddress(hash) {
    const given = new Map();
    for (const pair of hash.replace(/^#/, "").split("&")) {
      const at = pair.indexOf("=");
      if (at > 0 && !given.has(pair.slice(0, at))) given.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = (name) => decode(given.get(name) || "") || null;
    const list = (name) => (given.get(name) || "").split(",").filter(Boolean).map(decodeItem);
    const filter = Object.fromEntries(LISTS.map((name) => [name, list(name)]));
    Object.assign(filter, { from: parseDate(text("from")), to: parseDate(text("to"), true), q: text("q") || "" });
    return { ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])), filter, view: parseView(text("view")) };
  }

  // The shortest address that says it.
  function formatAddress({ claim, place, reading, filter = {}, view }) {
    const pairs = [
      ["claim", claim && encode(claim)],
      ["place", place && encode(place)],
      ["from", filter.from],
      ["to", filter.to],
      ...LISTS.map((name) => [name, (filter[name] || []).map(encodeItem).join(",")]),
      ["q", filter.q && encode(filter.q)],
      ["reading", reading && encode(reading)],
      ["view", view && formatView(view)],
    ];
    const said = pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
    return said.length ? `#${said.join("&")}` : "";
  }

  Object.assign(geobrief, { parseAddress, formatAddress });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
