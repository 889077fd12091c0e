from geobrief.model import Brief, Claim, Document, Flow, Mention, Place
from geobrief.render.symbols import claims_in_text_order, marks, radius_km

HARBOUR = Place("harbour", "Vell harbour", "site", 10.0, 50.0, precision="10 km")
TOWN = Place("town", "Vell", "city", 10.1, 50.1)
COUNTRY = Place("country", "Arland", "country", 11.0, 51.0)


def brief(*claims: Claim, places: tuple[Place, ...] = (HARBOUR, TOWN, COUNTRY)) -> Brief:
    documents = (Document("a.md", "Vell and Arland"), Document("b.md", "the harbour"))
    mentions = (
        Mention("b.md", 4, 11, "harbour"),
        Mention("a.md", 9, 15, "country"),
        Mention("a.md", 0, 4, "town"),
    )
    return Brief(documents, mentions, places, claims)


def test_places_are_numbered_as_the_articles_mention_them() -> None:
    assert [(mark.place.id, mark.number) for mark in marks(brief())] == [
        ("town", 1),
        ("country", 2),
        ("harbour", 3),
    ]


def test_the_earliest_article_comes_first_as_on_the_page() -> None:
    late, early = (
        Document("a.md", "Arland", published="2025-03-02"),
        Document("b.md", "Vell", published="2025-03-01"),
    )
    mentions = (Mention("a.md", 0, 6, "country"), Mention("b.md", 0, 4, "town"))
    claims = (Claim("late", "a.md", "…", span=(0, 6)), Claim("early", "b.md", "…", span=(0, 4)))
    told = Brief((late, early), mentions, (TOWN, COUNTRY), claims)
    assert [mark.place.id for mark in marks(told)] == ["town", "country"]
    assert [claim.id for claim in claims_in_text_order(told)] == ["early", "late"]


def test_places_that_no_article_names_follow_in_the_order_of_the_file() -> None:
    further = (Place("z", "Z", lon=0, lat=0), Place("y", "Y", lon=0, lat=0))
    assert [mark.place.id for mark in marks(brief(places=(*further, TOWN)))] == ["town", "z", "y"]


def test_a_mark_has_the_style_of_its_best_supported_claim() -> None:
    doubted = Claim("c1", "a.md", "…", ("town",), certainty="doubted", span=(0, 4))
    reported = Claim("c2", "a.md", "…", ("town",), certainty="reported", span=(5, 9))
    by_id = {mark.place.id: mark for mark in marks(brief(doubted, reported))}
    assert by_id["town"].certainty == "reported"
    assert by_id["harbour"].certainty is None


def test_claims_stand_in_the_order_of_the_articles() -> None:
    claims = (
        Claim("unplaced", "", "…", ("town",)),
        Claim("second-article", "b.md", "…", ("town",), span=(0, 3)),
        Claim("later", "a.md", "…", ("town",), span=(9, 15)),
        Claim("earlier", "a.md", "…", ("town",), span=(0, 4)),
    )
    order = ("earlier", "later", "second-article", "unplaced")
    assert tuple(claim.id for claim in claims_in_text_order(brief(*claims))) == order
    assert marks(brief(*claims))[0].claims == order


def test_a_flow_is_a_claim_about_both_its_ends_once() -> None:
    flow = Claim("c1", "a.md", "…", ("town",), flow=Flow("town", "country"), span=(0, 4))
    assert [mark.claims for mark in marks(brief(flow))] == [("c1",), ("c1",), ()]


def test_each_kind_has_a_symbol_that_is_no_more_precise_than_its_place() -> None:
    area = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    places = (
        Place("city", "City", "city", 0, 0, precision="point"),
        Place("vague", "Vague", "city", 0, 0, precision="5 km"),
        Place("site", "Site", "site", 0, 0, precision="10 km"),
        Place("surveyed", "Surveyed", "site", 0, 0, geometry=area),
        Place("region", "Region", "region", 0, 0, precision="area"),
        Place("country", "Country", "country", 0, 0, geometry=area),
        Place("continent", "Continent", "continent", 0, 0),
        Place("sea", "Sea", "water", 0, 0),
        Place("lost", "Lost", "city"),
    )
    drawn = {mark.place.id: (mark.symbol, mark.radius_km) for mark in marks(Brief(places=places))}
    assert drawn == {
        "city": ("point", None),
        "vague": ("ring", 5.0),
        "site": ("ring", 10.0),
        "surveyed": ("area", None),
        "region": ("area", None),
        "country": ("country", None),
        "continent": ("country", None),
        "sea": ("water", None),
        "lost": ("none", None),
    }


def test_a_radius_is_read_with_its_unit() -> None:
    assert [radius_km(text) for text in ("10 km", "1.5 km", "500 m", "10 mi", "about 3 km")] == [
        10,
        1.5,
        0.5,
        16.093,
        3,
    ]
    assert [radius_km(text) for text in ("", "point", "area", "10", "12 months")] == [None] * 5
