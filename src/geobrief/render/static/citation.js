"use strict";

// A claim with its source, as text that can be pasted anywhere.
(function (geobrief) {
  // The page's own address goes along only where others can open it: that of a file would tell whose computer it is.
  function citation(claim, { document, say, language, link }) {
    const source = claim.by_name || claim.by || say("byAuthor");
    const facts = [
      source,
      say(`certainty_${claim.certainty}`),
      claim.when && geobrief.formatTime(claim.when, { say, language }),
    ];
    const origin = [
      document?.title && say("quoted", { text: document.title }),
      document?.publisher,
      geobrief.formatDay(document?.published, language),
    ];
    const joined = (parts) => parts.filter(Boolean).join(", ");
    const links = [claim.url, document?.url, /^https?:/.test(link || "") && link];
    return [say("quoted", { text: claim.quote.replace(/\s+/g, " ") }), joined(facts), joined(origin), ...new Set(links)]
      .filter(Boolean)
      .join("\n");
  }

  Object.assign(geobrief, { citation });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
