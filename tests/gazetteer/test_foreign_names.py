"""Names of places in the seven languages beside English that are read."""

import csv
from importlib.resources import files

import pytest

from geobrief.gazetteer import Gazetteer, own_tables
from geobrief.gazetteer.sources_foreign import read_foreign_names
from geobrief.text.names import comparable

NAMES = read_foreign_names()


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (
            "États-Unis;Vereinigte Staaten;Estados Unidos;США;Сполучені Штати;미국;الولايات المتحدة",
            "United States",
        ),
        ("mer Noire;Schwarzes Meer;mar Negro;Чёрное море;Чорне море;흑해;البحر الأسود", "Black Sea"),
        ("Crimée;Krim;Crimea;Крым;Крим;크림반도;القرم", "Crimea"),
        ("Bavière;Bayern;Baviera;Бавария;Баварія;바이에른;بافاريا", "Bavaria"),
        ("Andalousie;Andalusien;Andalucía;Андалусия;Андалусія;안달루시아;الأندلس", "Andalucía"),
        ("Le Caire;Kairo;El Cairo;Каир;Каїр;카이로;القاهرة", "Cairo"),
        ("Moscou;Moskau;Moscú;Москва;모스크바;موسكو", "Moscow"),
    ],
)
def test_a_place_is_known_by_its_name_in_each_language(names: str, meant: str, gazetteer: Gazetteer) -> None:
    for name in names.split(";"):
        assert gazetteer.candidates(name)[0].name == meant, name


def test_a_town_has_the_names_of_the_division_that_is_named_after_it(gazetteer: Gazetteer) -> None:
    assert any(one.kind == "city" for one in gazetteer.candidates("Woronesch"))


def test_every_row_is_of_a_place_that_there_is(gazetteer: Gazetteer) -> None:
    features = {feature.id.removeprefix("geobrief:") for feature in own_tables.read_features()}
    unknown = [
        place
        for place in NAMES
        if place not in features
        and gazetteer.get(place) is None
        and gazetteer.country(place) is None
        and gazetteer.region(place) is None
    ]

    assert unknown == []


def test_no_place_has_two_rows_and_no_name_stands_twice_in_a_cell() -> None:
    table = (files("geobrief.gazetteer") / "tables" / "foreign_names.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(table.splitlines()))[1:]

    assert len({row[0] for row in rows}) == len(rows)
    for _, *cells in rows:
        for cell in cells:
            keys = [comparable(name) for name in cell.split(";")]
            assert len(keys) == len(set(keys)), cell


def test_the_names_are_in_the_script_of_their_language() -> None:
    table = (files("geobrief.gazetteer") / "tables" / "foreign_names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        assert all("а" <= letter <= "ї" or not letter.isalpha() for letter in row["ru"].lower()), row["ru"]
        assert not any("\uac00" <= letter <= "\ud7a3" for letter in row["ar"]), row["ar"]
        assert all(letter < "\u0370" for letter in row["de"] if letter.isalpha()), row["de"]
