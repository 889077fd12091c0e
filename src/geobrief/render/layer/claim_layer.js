"use strict";

// A brief as a layer of any Leaflet map. Text goes in through textContent only: an article is untrusted input.
(function (global) {
  // Of more places than these each is a dot on a canvas, without its number.
  const MOST_DISCS = 400;

  // Pixels from the middle of a disc to that of an arrowhead that points at it.
  const BEFORE_DISC = 17;

  const DASHES = { solid: null, dashed: "6 4", dotted: "1 5", crossed: "10 3 2 3" };

  function element(tag, kind, ...content) {
    const node = document.createElement(tag);
    if (kind) node.className = `geobrief-${kind}`;
    node.append(...content.filter((part) => part !== ""));
    return node;
  }

  function link(address, text) {
    const node = element("a", "link", text);
    node.href = address;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
    return node;
  }

  function claimCard(claim, looks) {
    const tag = element("span", "certainty", claim.told);
    tag.style.color = looks[claim.certainty].colour;
    tag.style.borderBottom = `2px ${looks[claim.certainty].css} ${looks[claim.certainty].colour}`;
    const facts = element("p", "facts", ...(claim.by ? [claim.by, " · "] : []), tag);
    for (const fact of claim.facts) facts.append(" · ", fact);
    const sources = claim.sources.map(({ text, address }) => element("p", "source", address ? link(address, text) : text));
    const card = element("article", "claim", element("blockquote", "", claim.quote), facts, ...sources);
    card.dataset.claim = claim.id;
    return card;
  }

  function card(title, claims, looks) {
    const node = element("div", "card", element("h3", "", title));
    node.append(...claims.map((claim) => claimCard(claim, looks)));
    return node;
  }

  // The numbers of areas and flows are those of their places; all of a place opens the same card.
  function claimLayer(L, data) {
    const group = L.featureGroup();
    const { looks } = data;
    const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
    const canvas = data.places.length > MOST_DISCS ? L.canvas({ padding: 0.4 }) : null;
    const opening = (layer, title, ids) =>
      layer.bindPopup(() => card(title, ids.map((id) => claims.get(id)), looks), { maxWidth: 360, maxHeight: 320 });
    const stroke = ({ colour, line }, more) => ({ color: colour, dashArray: DASHES[line], ...more });

    for (const place of data.places) {
      const title = place.number ? `${place.number} ${place.name}` : place.name;
      const look = looks[place.certainty];
      if (place.shape) {
        const filled = place.symbol === "area" ? 0.12 : 0.05;
        const style = stroke(look, { weight: place.symbol === "area" ? 1.6 : 0, fillOpacity: filled });
        const shape = L.geoJSON(place.shape, {
          style: (feature) => (feature.geometry.type.endsWith("LineString") ? { ...style, weight: 2.5 } : style),
          pointToLayer: (_, at) => L.circleMarker(at, { radius: 4 }),
        });
        opening(shape, title, place.claims).addTo(group);
      }
      const at = [place.lat, place.lon];
      if (place.radius) {
        const ring = L.circle(at, stroke(look, { radius: place.radius * 1000, weight: 1.5, fillOpacity: 0.07 }));
        opening(ring, title, place.claims).addTo(group);
      }
      opening(canvas ? dot(L, at, look, canvas) : disc(L, at, place), title, place.claims).addTo(group);
    }
    for (const flow of data.flows) {
      const line = L.polyline(flow.lines, stroke(looks[flow.certainty], { weight: 2.5, className: "geobrief-flow" }));
      opening(line, flow.title, [flow.claim]).addTo(group);
      arrowhead(L, flow, looks[flow.certainty]).addTo(group);
    }
    return group;
  }

  function dot(L, at, { colour }, renderer) {
    return L.circleMarker(at, { renderer, radius: 5, weight: 1.5, color: "#ffffff", fillColor: colour, fillOpacity: 0.9 });
  }

  function disc(L, at, place) {
    const node = element("span", "disc", String(place.number));
    node.dataset.place = place.id;
    const icon = L.divIcon({ html: node, className: "geobrief-mark", iconSize: [24, 24] });
    return L.marker(at, { icon, title: place.name, alt: `${place.number} ${place.name}` });
  }

  // Turned as the line ends; the map's projection keeps angles, so that it fits at every zoom.
  function arrowhead(L, { lines, angle }, { colour }) {
    const node = element("span", "arrow");
    node.style.borderInlineStartColor = colour;
    node.style.transform = `rotate(${angle}deg) translateX(-${BEFORE_DISC}px)`;
    const icon = L.divIcon({ html: node, className: "geobrief-mark", iconSize: [14, 14] });
    return L.marker(lines.at(-1).at(-1), { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
  }

  global.geobriefClaimLayer = claimLayer;
})(window);
