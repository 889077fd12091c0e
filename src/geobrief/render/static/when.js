"use strict";

// Dates and intervals as a reader of the page's language writes them.
(function (geobrief) {
  const DAY = { day: "numeric", month: "long", year: "numeric" };
  const MONTH = { month: "long", year: "numeric" };
  const YEAR = { year: "numeric" };

  // An ISO 8601 day, month or year as a UTC date; null where it is none.
  function parseDay(iso) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso || "");
    if (!match) return null;
    const date = new Date(Date.UTC(Number(match[1]), Number(match[2] || 1) - 1, Number(match[3] || 1)));
    date.setUTCFullYear(Number(match[1]));
    return { date, options: match[3] ? DAY : match[2] ? MONTH : YEAR };
  }

  const lastOfMonth = (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

  // Whole months and years are written as such: 2024-06-01 to 2024-06-30 is June 2024.
  function coarsest(from, to) {
    if (from.options !== DAY || to.options !== DAY) return from.options === YEAR ? YEAR : MONTH;
    if (from.date.getUTCDate() !== 1 || to.date.getUTCDate() !== lastOfMonth(to.date)) return DAY;
    return from.date.getUTCMonth() === 0 && to.date.getUTCMonth() === 11 ? YEAR : MONTH;
  }

  function formatDay(iso, language) {
    const day = parseDay(iso);
    return day ? new Intl.DateTimeFormat(language, { ...day.options, timeZone: "UTC" }).format(day.date) : iso || "";
  }

  function formatWhen(when, language) {
    const from = parseDay(when.start);
    const to = parseDay(when.end || when.start);
    if (!from || !to) return when.text || "";
    const format = new Intl.DateTimeFormat(language, { ...coarsest(from, to), timeZone: "UTC" });
    return from.date <= to.date ? format.formatRange(from.date, to.date) : format.format(from.date);
  }

  // An interval that is open at an end says so.
  function formatTime({ start, end, text }, { say, language }) {
    if (Boolean(start) === Boolean(end) || !parseDay(start || end)) return formatWhen({ start, end, text }, language);
    return say(start ? "fromDate" : "untilDate", { date: formatDay(start || end, language) });
  }

  Object.assign(geobrief, { formatDay, formatWhen, formatTime });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
