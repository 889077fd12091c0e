from geobrief.model import Brief, Claim, Place, Quantity
from geobrief.render.plain import render_frame, render_list


def test_the_list_has_every_place_with_its_claims() -> None:
    places = (Place("vell", "Vell", "city", 10, 50, "DE", "Saxony"), Place("lost", "Nowhere", "site"))
    claims = (Claim("c1", "", "Ships left Vell.", ("vell",), by="the mayor", certainty="attributed"),)
    text = render_list(Brief(places=places, claims=claims, title="Ships"))
    assert '<h2 dir="auto">Ships</h2>' in text
    assert '<li value="1"><strong dir="auto">Vell</strong> (City or town, Saxony, Germany)' in text
    assert '<q dir="auto">Ships left Vell.</q> (attributed, <bdi>the mayor</bdi>)' in text
    assert "(Site, not located)" in text


def test_hostile_text_is_shown_as_it_is() -> None:
    place = Place("p", '<img src=x onerror="alert(1)">', lon=0, lat=0)
    claim = Claim("c", "", "</q><script>alert(1)</script>", ("p",), by="<b>")
    text = render_list(Brief(places=(place,), claims=(claim,), title="</h2><script>"))
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in text


def test_a_brief_without_places_says_so() -> None:
    assert "names no place" in render_list(Brief())


def test_the_frame_holds_the_page_and_may_run_its_script_alone() -> None:
    frame = render_frame('<p title="a">', "A & B")
    assert 'srcdoc="&lt;p title=&quot;a&quot;&gt;"' in frame
    assert 'sandbox="allow-scripts"' in frame
    assert 'title="A &amp; B"' in frame


def test_a_claim_in_a_group_says_what_the_others_are_to_it() -> None:
    def employs(key: str, value: float) -> Claim:
        people = (Quantity(value, "people", f"{value:g} people"),)
        return Claim(key, "", f"It employs {value:g} people.", ("p",), quantities=people, group="g1")

    def listed(*claims: Claim) -> str:
        return render_list(Brief(places=(Place("p", "Vell"),), claims=claims))

    assert "(stated · In contradiction with 1 other claim)" in listed(employs("c1", 300), employs("c2", 900))
    assert "(stated · Said by 1 other too)" in listed(employs("c1", 300), employs("c2", 300))
    assert "(stated)" in listed(employs("c1", 300))
