"""A small brief in a folder of documents, as authors of documentation have it."""

from pathlib import Path

import pytest

from geobrief import Brief
from geobrief.model import Brief as Value
from geobrief.model import Claim, Document, Place

TEXT = "Ships left Vell on Monday. They came to Odd & Sons."


@pytest.fixture
def brief_folder(tmp_path: Path) -> Path:
    """`docs/maps/ships`, in which `tmp_path / "docs"` holds the documents."""
    folder = tmp_path / "docs" / "maps" / "ships"
    folder.mkdir(parents=True)
    save_ships(folder)
    return folder


def save_ships(folder: Path, title: str = "Ships") -> None:
    documents = (Document("ships.md", TEXT, title),)
    places = (Place("vell", "Vell", "city", 10, 50), Place("odd", "Odd & Sons", "site", 11, 51))
    claims = (
        Claim("c1", "ships.md", "Ships left Vell on Monday.", ("vell",), span=(0, 26)),
        Claim("c2", "ships.md", "They came to Odd & Sons.", ("odd",), span=(27, 51)),
    )
    Brief(Value(documents=documents, places=places, claims=claims, title=title)).save(folder)
