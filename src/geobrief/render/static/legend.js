"use strict";

// What the lines and colours mean: only those that this brief uses.
(function (geobrief) {
  const { element } = geobrief;
  const GROUPS = [["stated", "attributed"], ["reported"], ["claimed"], ["possible", "expected"], ["doubted", "denied"]];

  const row = (swatch, text) => element("li", null, element("span", { class: `swatch ${swatch}` }), text);

  function showLegend(root, { brief, say, ended }) {
    const used = new Set(brief.claims.map((claim) => claim.certainty));
    const rows = GROUPS.map((group) => group.filter((certainty) => used.has(certainty)))
      .filter((group) => group.length)
      .map((group) => row(group[0], group.map((certainty) => say(`certainty_${certainty}`)).join(say("comma"))));
    if (brief.places.some((place) => place.symbol === "ring")) rows.push(row("ring", say("legendRing")));
    if (!rows.length) return;
    const details = element("details", null, element("summary", null, say("legend")), element("ul", null, ...rows));
    const fold = () => (details.open = !geobrief.narrow() && !geobrief.cramped());
    geobrief.onNarrow(fold, ended);
    fold();
    root.append(details);
  }

  Object.assign(geobrief, { showLegend });
})((globalThis.geobrief ??= {}));
