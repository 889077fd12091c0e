"""The key: all claims where there is room, else shorter ones, else their ids."""

from pathlib import Path

import geobrief
from geobrief.export.still.caption import id_ranges
from geobrief.export.still.key import laid_out
from geobrief.export.still.looks import looks_for
from geobrief.model import Brief, Claim, Quantity, When
from geobrief.render.messages import interface
from geobrief.render.tables import tables

ENGLISH = interface("en")
LOOKS = looks_for(510, 400)


def rows(example: Path):  # type: ignore[no-untyped-def]
    return tables(geobrief.read(example).value).claims


def test_with_room_every_quote_is_whole(example: Path) -> None:
    key = laid_out(rows(example), 490, None, LOOKS, ENGLISH)
    shown = [entry for column in key.columns for entry in column]
    assert [" ".join(entry.quote) for entry in shown] == [f"“{row.quote}”" for row in rows(example)]
    assert key.left_out == ()


def test_with_less_room_letters_are_smaller_then_quotes_shorter(example: Path) -> None:
    whole = laid_out(rows(example), 490, None, LOOKS, ENGLISH)
    smaller = laid_out(rows(example), 490, whole.height * 0.93, LOOKS, ENGLISH)
    assert smaller.looks.unit < LOOKS.unit
    assert not any(
        line.endswith("…") for column in smaller.columns for entry in column for line in entry.quote
    )
    shorter = laid_out(rows(example), 490, whole.height * 0.7, LOOKS, ENGLISH)
    assert shorter.letters < whole.letters
    assert shorter.left_out == ()


def test_what_is_told_in_arabic_keeps_its_place_in_an_english_key() -> None:
    quote = "وصلت 50 شاحنة."
    claim = Claim(
        "c1", "", quote, by="دمشق", quantities=(Quantity(50, "", "50 شاحنة"),), when=When("2025", "2025")
    )
    (row,) = tables(Brief(claims=(claim,)), "en").claims
    ((entry,),) = laid_out([row], 490, None, LOOKS, ENGLISH).columns
    assert entry.heads == ("\u2067دمشق\u2069 · \u206750 شاحنة\u2069 · 2025",)


def test_what_has_no_room_is_named_by_id(example: Path) -> None:
    key = laid_out(rows(example), 200, 100, LOOKS, ENGLISH)
    shown = {entry.row.id for column in key.columns for entry in column}
    assert shown | set(key.left_out) == {row.id for row in rows(example)}
    assert shown
    assert id_ranges(["c1", "c3", "c2", "x"]) == ["c1–c3", "x"]
