"""Writing the gazetteer's files from entries."""

from pathlib import Path

import pytest

from geobrief.errors import GazetteerError
from geobrief.gazetteer.entries import Entry
from geobrief.gazetteer.writer import Writer


def test_two_places_with_one_id_are_refused(tmp_path: Path) -> None:
    writer = Writer()
    for name in ("Evin Prison", "Evin"):
        writer.add(Entry("geobrief:evin", name, "site", 51.4, 35.8, 0, "IR"))
    with pytest.raises(GazetteerError, match="geobrief:evin"):
        writer.write(tmp_path)
