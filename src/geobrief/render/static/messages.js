"use strict";

// The words that a reader sees and that are not the brief's own: `messages/LANGUAGE.json`, of which the page holds one.
// A message with forms is chosen by plural rule.
(function (geobrief) {
  // British dates, "20 June 2025", read alike everywhere. Arabic is set with the digits of the quotes and the numbered
  // marks, as Arabic news sites do: two kinds of digits on one map would be read as two kinds of numbers.
  const LOCALES = { en: "en-GB", ar: "ar-u-nu-latn" };

  const localeOf = (language) => LOCALES[language] || language;

  // The message in the page's language, with its {names} filled in; numbers are written as the language does.
  function speaker(language, messages) {
    const plural = new Intl.PluralRules(localeOf(language));
    const number = new Intl.NumberFormat(localeOf(language));
    return function say(key, values = {}) {
      const message = messages[key];
      if (message === undefined) throw new Error(`No message is called ${key}.`);
      const text = typeof message === "string" ? message : (message[plural.select(values.n)] ?? message.other);
      return text.replace(/\{(\w+)\}/g, (_, name) =>
        typeof values[name] === "number" ? number.format(values[name]) : values[name],
      );
    };
  }

  // A length in kilometres, in metres below one.
  function formatLength(km, language) {
    const [value, unit] = km < 1 ? [km * 1000, "meter"] : [km, "kilometer"];
    return new Intl.NumberFormat(language, { style: "unit", unit, maximumSignificantDigits: 3 }).format(value);
  }

  // A quantity in the text's own words; what a table holds, as "25000 workers", is written as the language writes numbers.
  function formatQuantity({ text, value, unit }, language) {
    if (text && text !== `${value} ${unit}`.trim()) return text;
    return `${new Intl.NumberFormat(language, { maximumSignificantDigits: 10 }).format(value)} ${unit}`.trim();
  }

  Object.assign(geobrief, { formatQuantity, speaker, localeOf, formatLength });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
