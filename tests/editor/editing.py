"""A brief as an editor has it: a column and a property that geobrief does not know, hand-made white space."""

import json
from pathlib import Path

ARTICLE = """---
title: Workers
---
Workers left Wonsan for Alabuga in 2024. Officials denied it in Moscow.
"""
PLACES = (
    """{
  "type": "FeatureCollection",
  "features": [
    { "type": "Feature", "id": "wonsan", "stamp": [1,2], "properties": { "name":"Wonsan", "colour": "red" },
      "geometry": {"type":"Point","coordinates":[127.44, 39.15]} },
    {"type": "Feature", "id": "alabuga","""
    """ "properties": {"name": "Alabuga", "kind": "site", "aliases": "the zone"},"""
    """ "geometry": {"type": "Point", "coordinates": [52.05, 55.79]}},
    {"type": "Feature", "id": "moscow", "properties": {"name": "Moscow"}, "geometry": null}
  ]
}
"""
)
CLAIMS = (
    "id;article;quote;places;certainty;from;to;checked\r\n"
    "c1;a.md;Workers left Wonsan for Alabuga in 2024.;wonsan;;wonsan;alabuga;yes – twice\r\n"
    'c2;a.md;"Officials denied it in Moscow.";moscow;denied;;;\r\n'
)


def make_brief(folder: Path) -> Path:
    """Writes it into a folder, made where it is missing."""
    (folder / "articles").mkdir(parents=True)
    (folder / "articles/a.md").write_text(ARTICLE)
    (folder / "places.geojson").write_text(PLACES)
    (folder / "claims.csv").write_bytes(CLAIMS.encode("cp1252"))
    return folder


def state(folder: Path) -> dict[str, bytes]:
    """The bytes of the brief's own files."""
    files = [folder / "places.geojson", folder / "claims.csv", *sorted(folder.glob("articles/*.md"))]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def feature(folder: Path, key: str) -> dict[str, object]:
    """The Feature of a place, as the file has it."""
    found = json.loads((folder / "places.geojson").read_text())["features"]
    return next(dict(one) for one in found if one["id"] == key)
