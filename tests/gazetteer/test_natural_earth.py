"""The divisions of Natural Earth, with their names."""

from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.sources_natural_earth import read_many_named_divisions

DIVISIONS = {division.id: division for division in read_many_named_divisions()}
SAKHA, CHUKOTKA = "geonames:2013162", "geonames:2126099"


def test_a_division_does_not_bear_the_usual_name_of_another_beside_it() -> None:
    assert "Chukotka" in DIVISIONS[CHUKOTKA].others
    assert "Chukotka" not in DIVISIONS[SAKHA].others
    assert "Yakutia" in " ".join(DIVISIONS[SAKHA].others) or "Якутия" in DIVISIONS[SAKHA].others


def test_a_name_that_nobody_else_has_stays_among_the_further_ones() -> None:
    assert "Chukotskiy Avtonomnyy Okrug" in DIVISIONS[CHUKOTKA].others


def test_a_division_tells_its_name_in_each_language() -> None:
    assert dict(DIVISIONS[SAKHA].names)["ru"] == "Якутия"


def test_chukotka_is_chukotka(gazetteer: Gazetteer) -> None:
    assert [one.id for one in gazetteer.candidates("Chukotka")] == [CHUKOTKA]
