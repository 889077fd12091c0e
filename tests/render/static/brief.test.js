"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
require("../../../src/geobrief/render/static/decode.js");
require("../../../src/geobrief/render/static/timescale.js");
const { readBrief } = require("../../../src/geobrief/render/static/brief.js");
const { formatDay, formatWhen } = require("../../../src/geobrief/render/static/when.js");
const { bothEnds, copies, nearAreas, nearLine, nearPoint } = require("../../../src/geobrief/render/static/world.js");

const place = (id, kind, rest) => ({ id, name: id, kind, lon: 10, lat: 50, ...rest });

function brief(claims, places) {
  return readBrief({ places, claims }, {});
}

test("what the islands leave out has its default", () => {
  const { claims, places } = brief([{ id: "c1", quote: "q", places: ["a"] }], [place("a", "city")]);
  assert.equal(claims[0].certainty, "stated");
  assert.equal(claims[0].places[0], places[0]);
  assert.equal(places[0].claims[0], claims[0]);
});

test("articles come in the order of their dates, those without one last", () => {
  const documents = [{ id: "a" }, { id: "b", published: "2025-06-20" }, { id: "c", published: "2024-01-02" }];
  assert.deepEqual(
    readBrief({ documents }, {}).documents.map(({ id }) => id),
    ["c", "b", "a"],
  );
});

test("a place has its claims in the order of the articles as shown", () => {
  const documents = [{ id: "late", published: "2025-06-20" }, { id: "early", published: "2024-01-02" }];
  const claims = ["late", "early"].map((id) => ({ id, document: id, places: ["a"], start: 0, end: 1 }));
  const { places } = readBrief({ documents, claims, places: [place("a", "city")] }, {});
  assert.deepEqual(places[0].claims.map(({ id }) => id), ["early", "late"]);
});

test("a range that the text tells in one stretch is told once, two numbers in the same words twice", () => {
  const end = (value, span) => ({ value, unit: "homes", text: "400 to 500 homes", span });
  const told = (...quantities) => brief([{ id: "c1", places: ["a"], quantities }], [place("a", "city")]).claims[0].amounts.length;
  assert.deepEqual([told(end(400, [0, 16]), end(500, [0, 16])), told(end(400), end(500))], [1, 1]);
  assert.equal(told(end(400, [0, 16]), end(400, [30, 46])), 2);
});

test("a claim without a place is not shown", () => {
  assert.deepEqual(brief([{ id: "c1", quote: "q" }], [place("a", "city")]).claims, []);
});

test("a country takes a disc only for a claim about nothing finer", () => {
  const places = [place("land", "country"), place("town", "city"), place("other", "country")];
  const { place: by } = brief(
    [
      { id: "c1", places: ["land", "town"] },
      { id: "c2", places: ["other"] },
    ],
    places,
  );
  assert.deepEqual([by.get("land").disc, by.get("town").disc, by.get("other").disc], [false, true, true]);
});

test("a country from which something moves takes one too, a sea never", () => {
  const places = [place("land", "country"), place("town", "city"), place("sea", "water")];
  const { place: by } = brief(
    [
      { id: "c1", places: ["land", "town"], flow: { from: "land", to: "town" } },
      { id: "c2", places: ["sea"] },
    ],
    places,
  );
  assert.deepEqual([by.get("land").disc, by.get("sea").disc], [true, false]);
});

test("a place not located has neither a label point nor a disc", () => {
  const { place: by } = brief([], [{ id: "x", name: "x", kind: "city" }]);
  assert.deepEqual([by.get("x").label, by.get("x").disc], [null, false]);
});

test("whole months and years are written as such", () => {
  assert.equal(formatWhen({ start: "2024-06-01", end: "2024-06-30" }, "en-GB"), "June 2024");
  assert.equal(formatWhen({ start: "2024-01-01", end: "2024-12-31" }, "en-GB"), "2024");
  assert.match(formatWhen({ start: "2024-04-01", end: "2024-12-31" }, "en-GB"), /^April\s*[–-]\s*December 2024$/);
  assert.equal(formatWhen({ start: "2025-06-17", end: "2025-06-17" }, "en-GB"), "17 June 2025");
});

test("a date that is none is shown as it is", () => {
  assert.equal(formatDay("last spring", "en-GB"), "last spring");
  assert.equal(formatWhen({ start: "soon", end: "later", text: "before long" }, "en-GB"), "before long");
});

test("an ordinary view moves nothing across the 180th meridian", () => {
  assert.deepEqual(nearPoint([-170, 65], [20, 0, 140, 70]), [-170, 65]);
});

test("a view over the 180th meridian brings the far side near", () => {
  const view = [160, 50, 200, 70];
  assert.deepEqual(nearPoint([-170, 65], view), [190, 65]);
  assert.deepEqual(
    nearAreas(
      [
        [
          [
            [-180, 0],
            [-170, 0],
            [-170, 5],
          ],
        ],
      ],
      view,
    ),
    [
      [
        [
          [180, 0],
          [190, 0],
          [190, 5],
        ],
      ],
    ],
  );
  assert.deepEqual(
    nearLine(
      [
        [-190, 60],
        [-170, 65],
      ],
      view,
    ),
    [
      [170, 60],
      [190, 65],
    ],
  );
});

test("a line over the edge of the map is drawn from both sides", () => {
  const pacific = [
    [150, -33],
    [180, -40],
    [283, -12],
  ];
  const ends = bothEnds(pacific, [-180, -60, 180, 80]).map((line) => [line[0][0], line[line.length - 1][0]]);
  assert.deepEqual(ends, [
    [-210, -77],
    [150, 283],
  ]);
  assert.equal(bothEnds(pacific, [140, -50, 290, 10]).length, 1);
  assert.deepEqual(copies([-180, -60, 180, 80]), [-360, 0, 360]);
});
