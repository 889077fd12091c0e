"use strict";

// The brief's island as `brief/packed.py` wrote it, unfolded: tables to records, what the text says put back in.
(function (geobrief) {
  const { decodeLine, codeUnits } = geobrief;

  // The values of a packed column, one a row; `undefined` where a row has none. See `brief/columns.py`.
  function column(packed, count) {
    if (Array.isArray(packed)) return packed;
    if (packed.steps) {
      let last = 0;
      return packed.steps.map((step) => (step === null ? null : (last += step)));
    }
    if (packed.values) return packed.rows.map((row) => (row === null ? null : packed.values[row]));
    const values = new Array(count).fill(packed.every);
    for (const [row, value] of Object.entries(packed.only || packed.except || {})) values[row] = value;
    return values;
  }

  function fromTable(table) {
    if (!table) return [];
    const records = Array.from({ length: table.rows }, () => ({}));
    for (const [key, packed] of Object.entries(table.columns)) {
      const values = column(packed, table.rows);
      for (let row = 0; row < values.length; row += 1)
        if (values[row] !== null && values[row] !== undefined) records[row][key] = values[row];
    }
    return records;
  }

  const named = (entries) => (row) => (typeof row === "number" ? entries[row]?.id : row);

  function readGeometry(geometry) {
    if (!geometry?.lines) return geometry;
    const { lines, scale, ...rest } = geometry;
    const positions = (part) => (typeof part === "string" ? decodeLine(part, scale) : part.map(positions));
    return { ...rest, coordinates: positions(lines) };
  }

  // Words at a span, unless others are given; offsets count code points.
  const wordsOf = (given, text, start, end) => given ?? (Number.isInteger(start) ? text.slice(start, end) : undefined);

  function readFact(fact, begin, text) {
    const span = fact.span?.map((offset) => offset + begin);
    return { ...fact, ...(span ? { span, text: wordsOf(fact.text, text, ...span) } : {}) };
  }

  function readClaim(row, document, place, text) {
    const claim = { ...row, document: document(row.document) };
    const begin = row.start ?? 0;
    const moved = (span) => span.map((offset) => offset + begin);
    if ("start" in row) claim.end = row.start + row.length;
    if ("by_start" in row) [claim.by_start, claim.by_end] = moved([row.by_start, row.by_start + row.by_length]);
    claim.quote = wordsOf(row.quote, text, claim.start, claim.end);
    claim.by = wordsOf(row.by, text, claim.by_start, claim.by_end);
    for (const key of ["cue_span", "certainty_span"]) if (row[key]) claim[key] = moved(row[key]);
    if (row.inferred_spans) claim.inferred_spans = row.inferred_spans.map(moved);
    for (const key of ["places", "inferred"]) if (row[key]) claim[key] = row[key].map(place);
    if (row.quantities) claim.quantities = row.quantities.map((fact) => readFact(fact, begin, text));
    if (row.when) claim.when = readFact(row.when, begin, text);
    if (row.flow) claim.flow = { ...row.flow, from: place(row.flow.from), to: place(row.flow.to) };
    return claim;
  }

  const noText = { slice: () => "" };

  // A text that is cut by code points.
  function cutter(text = "") {
    const at = codeUnits(text);
    return { slice: (start, end) => text.slice(at(start), at(end)) };
  }

  // The data of an island with `mentions`, `places` and `claims` as lists of records.
  function unpack(data) {
    if (data.geobrief !== 2) return data;
    const documents = data.documents || [];
    const texts = documents.map((document) => cutter(document.text));
    const places = fromTable(data.places);
    const [document, place] = [named(documents), named(places)];
    for (const each of places) if (each.geometry) each.geometry = readGeometry(each.geometry);
    const mentions = fromTable(data.mentions);
    for (const mention of mentions) {
      mention.document = document(mention.document);
      mention.place = place(mention.place);
      mention.end = mention.start + mention.length;
    }
    const claims = fromTable(data.claims).map((row) => readClaim(row, document, place, texts[row.document] || noText));
    return { ...data, mentions, places, claims };
  }

  Object.assign(geobrief, { fromTable, unpack });
})((globalThis.geobrief ??= {}));

if (typeof module !== "undefined") module.exports = globalThis.geobrief;
