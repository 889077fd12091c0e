"""One place for each thing that the texts mean, in the order in which they are first named."""

from geobrief.brief.settle import settle
from geobrief.geoparse import Resolution, Toponym
from geobrief.model import Candidate, Document, Kind

YELABUGA = Candidate(
    id="geonames:468082",
    name="Yelabuga",
    kind="city",
    lon=52.06,
    lat=55.76,
    country_code="RU",
    within="Tatarstan",
    matched="Alabuga",
)
ZAPORIZHZHIA = Candidate(
    id="geonames:687700",
    name="Zaporizhzhia",
    kind="city",
    lon=35.13,
    lat=47.83,
    country_code="UA",
    matched="Zaporizhzhia",
    exact=True,
)


def resolved(
    text: str,
    name: str,
    candidate: Candidate | None,
    *,
    kind: Kind | None = None,
    head: str = "",
    score: float = 0.9,
) -> Resolution:
    start = text.index(name)
    toponym = Toponym(start, start + len(name), head or name, kind=kind, head=bool(head))
    return Resolution(toponym, candidate, score, reasons=("the only one of that name",))


def test_a_site_and_its_short_name_are_one_place_when_the_town_is_called_otherwise() -> None:
    document = Document("a.md", "The Alabuga Special Economic Zone grows. Soon Alabuga will be full.")
    site = resolved(document.text, "Alabuga Special Economic Zone", YELABUGA, kind="site", head="Alabuga")
    short = Resolution(Toponym(46, 53, "Alabuga"), YELABUGA, 0.8)
    places, mentions = settle([(document, [site, short])])
    assert [(place.name, place.kind, place.precision) for place in places] == [
        ("Alabuga Special Economic Zone", "site", "10 km")
    ]
    assert places[0].aliases == ("Alabuga",)
    assert {mention.place for mention in mentions} == {"alabuga-special-economic-zone"}


def test_a_site_and_a_town_of_that_very_name_are_two_places() -> None:
    document = Document("a.md", "Shells hit the Zaporizhzhia nuclear plant. People left Zaporizhzhia.")
    plant = resolved(
        document.text, "Zaporizhzhia nuclear plant", ZAPORIZHZHIA, kind="site", head="Zaporizhzhia"
    )
    town = Resolution(Toponym(55, 67, "Zaporizhzhia"), ZAPORIZHZHIA, 0.9)
    places, _ = settle([(document, [plant, town])])
    assert [(place.name, place.kind) for place in places] == [
        ("Zaporizhzhia nuclear plant", "site"),
        ("Zaporizhzhia", "city"),
    ]


def test_an_unknown_name_stays_unlocated_and_says_why() -> None:
    document = Document("a.md", "A train reached Nowhere Oblast.")
    unknown = Resolution(
        Toponym(16, 30, "Nowhere", "region", head=True), None, 0.0, ("not in the gazetteer",)
    )
    places, mentions = settle([(document, [unknown])])
    assert places[0].located is False
    assert (places[0].name, places[0].kind, places[0].note) == (
        "Nowhere Oblast",
        "region",
        "not in the gazetteer",
    )
    assert mentions[0].place == "nowhere-oblast"


def test_one_place_over_two_articles_keeps_its_number_and_both_spellings() -> None:
    first, second = Document("a.md", "In Zaporizhzhia it rained."), Document("b.md", "Zaporizhia was dry.")
    places, mentions = settle(
        [
            (first, [resolved(first.text, "Zaporizhzhia", ZAPORIZHZHIA)]),
            (second, [resolved(second.text, "Zaporizhia", ZAPORIZHZHIA)]),
        ]
    )
    assert len(places) == 1
    assert places[0].aliases == ("Zaporizhia",)
    assert [mention.document for mention in mentions] == ["a.md", "b.md"]


def test_a_doubtful_place_names_what_else_it_could_be() -> None:
    document = Document("a.md", "In Zaporizhzhia it rained.")
    rival = Candidate("geonames:1", "Zaporizhzhya", "city", 30.0, 50.0, "UA", within="Kyiv Oblast")
    doubtful = Resolution(
        Toponym(3, 15, "Zaporizhzhia"), ZAPORIZHZHIA, 0.3, ("largest of 2",), runners_up=(rival,)
    )
    places, _ = settle([(document, [doubtful])])
    assert places[0].note == "Doubtful: largest of 2; could also be Zaporizhzhya (Kyiv Oblast, UA)."


def test_a_division_is_called_what_the_text_calls_it_in_full() -> None:
    oblast = Candidate("geonames:687699", "Zaporizhzhia", "region", 35.5, 47.3, "UA", level=1, exact=True)
    document = Document("a.md", "Shells fell on Zaporizhzhia Oblast.")
    region = resolved(document.text, "Zaporizhzhia Oblast", oblast, kind="region", head="Zaporizhzhia")
    places, _ = settle([(document, [region])])
    assert (places[0].id, places[0].name, places[0].precision) == (
        "zaporizhzhia-oblast",
        "Zaporizhzhia Oblast",
        "area",
    )


def test_a_site_that_is_found_itself_is_not_placed_by_a_namesake() -> None:
    base = Candidate(
        "osm:way/7", "Zyabrovka airfield", "site", 31.16, 52.3, "BY", matched="Zyabrovka air base"
    )
    text = "Jets landed at Zyabrovka air base."
    found = resolved(text, "Zyabrovka air base", base, kind="site", score=0.95)
    ((place,), _) = settle([(Document("a.md", text), [found])])
    assert (place.kind, place.precision, place.note) == ("site", "point", "")
