"use strict";

// Days as numbers (0 is 1 January 1970, UTC), and the ticks that suit a span of them, from days to centuries.
(function (geobrief) {
  const DAY = 864e5;
  const LENGTH = { day: 1, month: 30.44, year: 365.25 };
  const STEPS = [
    ...[1, 2, 7, 14].map((n) => ({ unit: "day", n })),
    ...[1, 3, 6].map((n) => ({ unit: "month", n })),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => ({ unit: "year", n })),
  ];
  // The first Monday: weeks begin there.
  const MONDAY = 4;
  // A span of fewer days is shown within so many more on each side.
  const SHORT = 7;

  function dayNumber(year, month = 0, day = 1) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return date.getTime() / DAY;
  }

  const dateOf = (day) => new Date(day * DAY);

  // The first, or the last, day of an ISO 8601 day, month or year; null where there is no such day.
  function dayOf(iso, last = false) {
    const [, year, month, day] = (/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso || "") || []).map(Number);
    if (year === undefined || month < 1 || month > 12) return null;
    if (day) return day <= dateOf(dayNumber(year, month, 0)).getUTCDate() ? dayNumber(year, month - 1, day) : null;
    if (day === 0) return null;
    const next = month ? dayNumber(year, month) : dayNumber(year + 1);
    return last ? next - 1 : dayNumber(year, month ? month - 1 : 0);
  }

  const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);

  // A claim's time as [first, last] day, infinite where it is open; null where it has none or ends before it begins.
  function daysOf(when) {
    if (!when) return null;
    const [first, last] = [dayOf(when.start), dayOf(when.end, true)];
    if (first === null && last === null) return null;
    const days = [first ?? -Infinity, last ?? Infinity];
    return days[0] <= days[1] ? days : null;
  }

  // The day, not after the given one, on which a step of the calendar begins; `on` steps further.
  function begins(day, { unit, n }, on = 0) {
    if (unit === "day") {
      const origin = n % 7 ? 0 : MONDAY;
      return origin + (Math.floor((day - origin) / n) + on) * n;
    }
    const date = dateOf(day);
    const whole = unit === "year" ? 12 * n : n;
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return dayNumber(0, (Math.floor(months / whole) + on) * whole);
  }

  // The finest step whose ticks lie `room` pixels apart where so many days take `width`.
  function stepFor(days, width, room, steps = STEPS) {
    return steps.find(({ unit, n }) => (LENGTH[unit] * n * width) / days >= room) || steps[steps.length - 1];
  }

  // What a handle moves by: a day, a month or a year, so that it is neither stuck nor gone.
  const fineStep = (days, width) =>
    stepFor(
      days,
      width,
      4,
      STEPS.filter(({ n }) => n === 1),
    );

  // The span [first, end) that holds all given ones, from tick to tick, with the `gaps` in it that are folded; null where
  // none has an end.
  function domainOf(spans, width, room) {
    let [first, last] = [Infinity, -Infinity];
    for (const day of spans.flat())
      if (Number.isFinite(day)) [first, last] = [Math.min(first, day), Math.max(last, day)];
    if (first > last) return null;
    if (last - first < SHORT) [first, last] = [first - 3, last + 3];
    const far = geobrief.farGaps(spans, first, last);
    const filled = far.reduce((left, [from, to]) => left - (to - from), last + 1 - first);
    const step = stepFor(Math.max(filled, SHORT), width - far.length * geobrief.FOLD, room);
    const whole = far.map(([from, to]) => [begins(from - 1, step, 1), begins(to, step)]);
    return { first: begins(first, step), end: begins(last, step, 1), step, gaps: whole.filter(([from, to]) => from < to) };
  }

  // None lies within a folded gap.
  function ticks({ first, end, step, gaps = [] }) {
    const days = [];
    const after = (day) => gaps.find(([from, to]) => day > from && day < to)?.[1] ?? day;
    for (let day = first; day <= end; day = after(begins(day, step, 1))) days.push(day);
    return days;
  }

  // What is written at each tick; the year only where it changes.
  function tickLabels(days, unit, language) {
    const parts = unit === "day" ? { day: "numeric", month: "short" } : unit === "month" ? { month: "short" } : {};
    const write = (options) => new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    const [plain, dated] = [write(unit === "year" ? { year: "numeric" } : parts), write({ ...parts, year: "numeric" })];
    let year = null;
    return days.map((day) => {
      const date = dateOf(day);
      const same = year === date.getUTCFullYear();
      year = date.getUTCFullYear();
      return (same ? plain : dated).format(date);
    });
  }

  // The steps of a scale in which something happens, as [first, last] day: what playing shows one by one.
  function eventful(domain, spans) {
    const starts = ticks(domain);
    const steps = starts.slice(0, -1).map((day, i) => [day, starts[i + 1] - 1]);
    return steps.filter(([first, last]) => spans.some((span) => span[0] <= last && span[1] >= first));
  }

  Object.assign(geobrief, { dayOf, isoOf, daysOf, begins, stepFor, fineStep, domainOf, ticks, tickLabels, eventful });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
