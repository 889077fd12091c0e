"use strict";

// What is said of a cell: its name, its counts as a bar of certainties, and its strongest claims.
(function (geobrief) {
  const { element } = geobrief;
  const NAMES = 3;

  // The places with the most claims in a cell, under the filter.
  function cellName({ level, cell }, { corpus, choice, say }) {
    const finest = corpus.levels.length - 1;
    const own = corpus.levels[level].children[cell].map((child) => ({
      name: corpus.names[child],
      n: choice.totalOf({ level: finest, cell: child }),
    }));
    const names = [...new Set(own.sort((a, b) => b.n - a.n).map(({ name }) => name))];
    return names.slice(0, NAMES).join(say("comma"));
  }

  // The shares of the certainties as one bar; the numbers themselves stand beside it in words.
  function shareBar(counts, { corpus }) {
    const bar = element("span", { class: "shares", "aria-hidden": "true" });
    counts.forEach((n, certainty) => {
      if (!n) return;
      const part = element("span", { class: corpus.certainties[certainty] });
      part.style.flexGrow = String(n);
      bar.prepend(part);
    });
    return bar;
  }

  // The strongest claims of a cell or a movement that the filter lets through, in order.
  function claimsPassing(isOf, { corpus, choice }) {
    const chosen = choice.chosen();
    const passes = (name, value) => !chosen[name] || chosen[name].includes(value);
    return corpus.claims.filter(
      (claim) =>
        isOf(claim) &&
        passes("certainty", claim.certainty) &&
        passes("bin", claim.bin) &&
        passes("kind", claim.kind) &&
        passes("publisher", claim.number),
    );
  }

  // A line of a list: a button with a name, how many claims there are, and their certainties.
  function listEntry(attributes, name, total, counts, page) {
    return element(
      "button",
      { type: "button", class: "cell-entry", ...attributes },
      element("span", { class: "cell-name", dir: "auto" }, name),
      element("span", { class: "n" }, page.say("claimCount", { n: total })),
      shareBar(counts, page),
    );
  }

  const tag = (certainty, { say }) => element("span", { class: `tag ${certainty}` }, say(`certainty_${certainty}`));

  // Who else reports the same, since when, and whether the figures agree.
  function groupText(group, { say, language }) {
    const names = group.names.join(say("comma")) + (group.publishers > group.names.length ? "…" : "");
    const dates = group.first ? geobrief.formatWhen({ start: group.first, end: group.last }, language) : "";
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const figures = [group.low, group.high].filter((figure) => figure !== undefined).map((figure) => number.format(figure));
    const parts = [
      say("groupReports", { n: group.articles, names }),
      dates,
      group.disagree ? say("groupDisagrees", { figures: figures.join("–") }) : "",
    ];
    return apart(parts.filter(Boolean), say("separator"));
  }

  // Texts with a separator between, each for itself where the letters of one run the other way.
  const apart = (texts, separator) => texts.flatMap((text, i) => [i ? separator : "", element("bdi", null, text)]);

  function claimEntry(claim, page) {
    const { say, language } = page;
    const { article } = claim;
    const facts = [
      tag(claim.certaintyName, page),
      claim.by ? element("span", { class: "source", dir: "auto" }, claim.by) : say("noSource"),
      ...(claim.day ? [say("separator"), element("bdi", null, geobrief.formatDay(claim.day, language))] : []),
      ...(claim.places?.length ? [say("separator"), element("span", null, ...apart(claim.places, say("comma")))] : []),
    ];
    const from = [
      geobrief.outside(article.url, article.title || say("documentUntitled")),
      article.publisher ? say("separator") + article.publisher : "",
    ];
    return element(
      "div",
      { class: "card-claim", "data-claim": `${article.id}/${claim.id}` },
      element("blockquote", { dir: "auto" }, element("span", { class: "quoted" }, claim.quote)),
      element("p", { class: "facts" }, ...facts),
      element("p", { class: "note", dir: "auto" }, ...from),
      claim.group ? element("p", { class: "note group" }, ...groupText(claim.group, page)) : null,
    );
  }

  Object.assign(geobrief, { cellName, claimsPassing, listEntry, claimEntry });
})((globalThis.geobrief ??= {}));
