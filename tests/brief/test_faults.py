"""What `geobrief check` finds in a brief."""

from dataclasses import replace
from pathlib import Path

import pytest

from geobrief.brief.faults import Fault, faults
from geobrief.brief.folder import save_folder
from geobrief.errors import BriefError
from geobrief.gazetteer import Gazetteer
from geobrief.model import Brief, Claim, Document, Place

SOUND = Brief(
    documents=(Document("a.md", "Troops left Kursk on Monday. It rained in Oslo."),),
    places=(Place("kursk", "Kursk", lon=36.19, lat=51.73), Place("oslo", "Oslo", lon=10.75, lat=59.91)),
    claims=(Claim("c1", "a.md", "Troops left Kursk on Monday.", ("kursk",)),),
)


def check(folder: Path, brief: Brief) -> list[str]:
    save_folder(brief, folder)
    return [str(fault) for fault in faults(folder)]


def test_a_sound_brief_has_none(tmp_path: Path) -> None:
    assert check(tmp_path, SOUND) == []


def test_doubts_are_told_with_file_and_line(tmp_path: Path) -> None:
    places = (
        *SOUND.places,
        Place("oslo-2", "oslo", lon=10.76, lat=59.9, aliases=("Oslo",)),
        Place("depot", "The depot"),
    )
    claims = (
        Claim("c1", "a.md", "Troops left Kursk on Sunday.", ("kursk",)),
        Claim("c2", "a.md", "It rained in Oslo."),
        Claim("c3", "a.md", "Something quite other was said.", ("kursk",)),
        Claim("c4", "", "", ("kursk",)),
    )
    found = check(tmp_path, Brief(SOUND.documents, (), places, claims))
    assert [fault.rpartition("; ")[0] for fault in found] == [
        "places.geojson, line 4: no article holds the name 'oslo' of place 'oslo-2'",
        "places.geojson, line 4: place 'oslo-2' looks like 'oslo': the same name in the same spot",
        "places.geojson, line 5: place 'depot' is not located",
        "places.geojson, line 5: no article holds the name 'The depot' of place 'depot'",
        "claims.csv, line 2: the quote of claim 'c1' is not in a.md",
        "claims.csv, line 3: claim 'c2' is about no place",
        "claims.csv, line 4: the quote of claim 'c3' is not in a.md",
        "claims.csv, line 5: claim 'c4' has no quote",
    ]
    assert found[4].endswith("the nearest sentence is 'Troops left Kursk on Monday.'")


def test_what_the_draft_was_not_sure_of_is_a_doubt(tmp_path: Path) -> None:
    kursk, oslo = SOUND.places
    kursk = replace(kursk, note="Doubtful: the largest of 2; could also be Kursk (MD).")
    known, unknown = check(tmp_path, replace(SOUND, places=(kursk, replace(oslo, note="Doubtful."))))
    assert known.startswith(
        "places.geojson, line 2: place 'kursk' was drafted as doubtful: the largest of 2; "
    )
    assert unknown.startswith("places.geojson, line 3: place 'oslo' was drafted as doubtful; put it right")


def test_claims_of_an_article_that_is_not_in_english_are_to_be_filled_in(tmp_path: Path) -> None:
    article = Document("uk.md", "Міноборони заперечило удар по Харкову. У Києві дощ.")
    places = (Place("kharkiv", "Харкову", lon=36.23, lat=49.99), Place("kyiv", "Києві", lon=30.52, lat=50.45))
    claim = Claim("c1", "uk.md", "Міноборони заперечило удар по Харкову.", ("kharkiv",))
    brief = Brief((article,), (), places, (claim,))
    (doubt,) = check(tmp_path, brief)
    assert doubt.startswith("claims.csv: uk.md is not in English: who says its claims, how surely")
    assert check(tmp_path, replace(brief, claims=(replace(claim, certainty="denied"),))) == []


def test_errors_come_before_doubts(tmp_path: Path) -> None:
    save_folder(SOUND, tmp_path)
    (tmp_path / "claims.csv").write_text("id,quote,places\nc1,x,moon\n")
    (fault,) = faults(tmp_path)
    assert (fault.file, fault.line, fault.id, fault.severity) == ("claims.csv", 2, "c1", "error")


def test_a_fault_names_its_place_once() -> None:
    assert str(Fault("it is odd", file="a.md", line=3)) == "a.md, line 3: it is odd"
    assert str(Fault("a.md, line 3: it is odd", file="a.md")) == "a.md, line 3: it is odd"
    assert str(Fault("it is odd")) == "it is odd"


def test_no_brief_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="holds no brief"):
        faults(tmp_path)


def test_a_group_of_one_claim_is_a_doubt_and_one_of_two_is_none(tmp_path: Path) -> None:
    claims = (
        Claim("c1", "a.md", "Troops left Kursk on Monday.", ("kursk",), group="g1"),
        Claim("c2", "a.md", "It rained in Oslo.", ("oslo",), group="g2"),
    )
    assert check(tmp_path, Brief(SOUND.documents, (), SOUND.places, claims)) == [
        "claims.csv, line 2: claim 'c1' is alone in group 'g1'; name another or empty it",
        "claims.csv, line 3: claim 'c2' is alone in group 'g2'; name another or empty it",
    ]
    together = tuple(replace(claim, group="g1") for claim in claims)
    assert check(tmp_path / "together", Brief(SOUND.documents, (), SOUND.places, together)) == []


def test_a_place_outside_the_division_or_country_that_it_names_is_a_doubt(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    places = (
        Place("kazan", "Kazan", lon=49.12, lat=55.79, country_code="RU", within="Tatarstan"),
        Place("lost", "Kursk", lon=36.19, lat=51.73, country_code="RU", within="Tatarstan"),
        Place("port", "Oslo", lon=10.75, lat=59.91, country_code="SE"),
        Place("here", "Moscow", lon=37.62, lat=55.75, within="Nowhere In Particular"),
    )
    save_folder(Brief((), (), places, ()), tmp_path)
    found = [str(fault) for fault in faults(tmp_path, gazetteer)]
    assert len(found) == 2
    assert "line 3: place 'lost' lies" in found[0]
    assert "km outside Tatarstan" in found[0]
    assert "km outside Sweden, in which its country_code puts it; mend that" in found[1]


def test_a_brief_s_own_area_counts_as_what_holds_a_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    ring = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    area = {"type": "Polygon", "coordinates": [ring]}
    places = (
        Place("zone", "The zone", "region", lon=0.9, lat=0.5, geometry=area),
        Place("in", "Gate", lon=0.8, lat=0.4, within="The zone"),
        Place("out", "Depot", lon=5.0, lat=5.0, within="The zone"),
    )
    save_folder(Brief((), (), places, ()), tmp_path)
    (doubt,) = faults(tmp_path, gazetteer)
    assert doubt.id == "out"


def test_places_of_one_source_are_doubled_unless_they_are_sites(tmp_path: Path) -> None:
    town = Place("a", "Kiev", lon=30.5, lat=50.4, source="geonames:703448")
    places = (town, replace(town, id="b", name="Kyiv"), replace(town, id="c", name="Plant", kind="site"))
    save_folder(Brief((), (), places, ()), tmp_path)
    (doubt,) = faults(tmp_path)
    assert doubt.message == "place 'b' looks like 'a': both are geonames:703448; merge them"


def test_a_quote_that_another_article_holds_is_told_so(tmp_path: Path) -> None:
    documents = (*SOUND.documents, Document("b.md", "A bridge fell in Kursk."))
    claims = (Claim("c1", "a.md", "A bridge fell in Kursk.", ("kursk",)),)
    (doubt,) = check(tmp_path, replace(SOUND, documents=documents, claims=claims))
    assert doubt.endswith("the quote of claim 'c1' is not in a.md; b.md holds it: name that")


def test_a_quote_is_found_in_a_longer_sentence(tmp_path: Path) -> None:
    text = "Of late, as everybody in town knew well, the bridge fell into the river Seym near Kursk."
    claims = (Claim("c1", "a.md", "the bridge fell in the river Seym", ("kursk",)),)
    (doubt, *_) = check(tmp_path, Brief((Document("a.md", text),), (), SOUND.places[:1], claims))
    assert doubt.endswith(f"the nearest sentence is {text!r}")


def test_articles_are_told_with_the_line_of_their_fault(tmp_path: Path) -> None:
    save_folder(SOUND, tmp_path)
    articles = {
        "a.md": b"---\ntitle: Rain\npublished: in May\n---\nText.",
        "b.md": b"",
        "c.md": b"%PDF-1.7",
        "d.md": "Größe Würde Höhe\n\nna".encode() + b"\xffch dem",
        "e.md": b"---\ntitle: A\nText.",
    }
    for name, content in articles.items():
        (tmp_path / "articles" / name).write_bytes(content)
    found = faults(tmp_path)
    assert [(fault.file.removeprefix("articles/"), fault.line) for fault in found] == [
        ("a.md", 3),
        ("b.md", 1),
        ("c.md", 1),
        ("d.md", 3),
        ("e.md", 1),
    ]
    assert str(found[1]) == "articles/b.md, line 1: it is empty; write its text or remove it"
    assert str(found[0]).count("line 3") == 1


@pytest.mark.parametrize("name", ["places.geojson", "claims.csv"])
def test_a_file_that_is_no_text_is_told_by_its_first_line(tmp_path: Path, name: str) -> None:
    save_folder(SOUND, tmp_path)
    (tmp_path / name).write_bytes(b"\0\0")
    (fault,) = faults(tmp_path)
    assert str(fault) == f"{name}, line 1: it is a binary file and no text; export it anew as text"


def test_a_name_that_another_place_takes_is_told_so(tmp_path: Path) -> None:
    places = (*SOUND.places, Place("kursk-2", "Kursk", "region", lon=35.0, lat=51.5))
    (doubt,) = check(tmp_path, replace(SOUND, places=places))
    assert "the name 'Kursk' of place 'kursk-2' is taken for 'kursk' in the articles; merge them" in doubt


@pytest.mark.parametrize(
    ("ring", "told"),
    [
        ([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]], "not valid near 0.5, 0.5 (self-intersection)"),
        ([[170, 60], [-170, 60], [-170, 70], [170, 60]], "goes across 180° in one piece"),
    ],
)
def test_an_area_that_means_none_is_a_doubt(tmp_path: Path, ring: list[list[float]], told: str) -> None:
    area = {"type": "Polygon", "coordinates": [ring]}
    places = (replace(SOUND.places[0], geometry=area), SOUND.places[1])
    (doubt,) = check(tmp_path, replace(SOUND, places=places))
    assert told in doubt
    assert doubt.startswith("places.geojson, line 2: place 'kursk'")


def test_the_gazetteer_is_opened_only_where_a_place_says_what_it_lies_in(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    opened: list[Gazetteer] = []

    def open_it() -> Gazetteer:
        opened.append(gazetteer)
        return gazetteer

    save_folder(SOUND, tmp_path / "plain")
    assert faults(tmp_path / "plain", open_it) == ()
    assert opened == []
    held = (replace(SOUND.places[0], country_code="RU"), SOUND.places[1])
    save_folder(replace(SOUND, places=held), tmp_path / "held")
    assert faults(tmp_path / "held", open_it) == ()
    assert len(opened) == 1
