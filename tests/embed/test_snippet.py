"""The snippet: what a host page is given to paste."""

from html.parser import HTMLParser

import pytest

from geobrief.embed import Look, framed, inlined
from geobrief.errors import PageError

PAGE = '<!DOCTYPE html>\n<html lang="en" dir="ltr"><title>"A" & <b></title></html>'


class Frames(HTMLParser):
    """The attributes of each frame, and how many scripts there are."""

    def __init__(self, snippet: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.tags: list[str] = []
        self.feed(snippet)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "iframe":
            self.found.append({name: value or "" for name, value in attrs})


def frame(snippet: str) -> dict[str, str]:
    (found,) = Frames(snippet).found
    return found


def test_a_frame_may_run_its_script_and_nothing_else() -> None:
    attributes = frame(framed("maps/a.html", Look("Hands")))
    assert attributes["sandbox"] == "allow-scripts"
    assert attributes["loading"] == "lazy"
    assert attributes["title"] == "Hands"
    assert attributes["src"] == "maps/a.html?embed"
    assert "aspect-ratio: 3 / 2" in attributes["style"]


def test_a_link_stays_where_frames_are_stripped() -> None:
    assert '<p><a href="a.html#claim=c3">Open the full map: Hands</a></p>' in framed(
        "a.html", Look("Hands", claim="c3")
    )
    assert ">Ganze Karte öffnen: Hände<" in framed("a.html", Look("Hände", language="de"))


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("a.html", "a.html?embed#claim=c%203"),
        ("https://example.org/a.html?v=2#view=1,2,3", "https://example.org/a.html?v=2&embed#claim=c%203"),
    ],
)
def test_a_claim_is_opened_by_the_address(address: str, source: str) -> None:
    assert frame(framed(address, Look(claim="c 3")))["src"] == source


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///a"],
)
def test_an_address_of_another_scheme_than_http_is_refused(address: str) -> None:
    with pytest.raises(PageError, match=r"A frame takes no \w+: address. Give one of http or https"):
        framed(address)


@pytest.mark.parametrize(
    "address", ["HTTPS://example.org/a.html", "//example.org/a", "../a.html", "maps/a:b.html"]
)
def test_an_address_of_the_web_and_a_relative_path_are_taken(address: str) -> None:
    assert "?embed" in frame(framed(address))["src"]


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    snippet = framed('a"><script>alert(1)</script>.html', Look('"><script>alert(1)</script>'))
    assert Frames(snippet).tags == ["iframe", "p", "a", "script"]
    assert frame(snippet)["title"] == '"><script>alert(1)</script>'


def test_the_page_itself_stands_in_the_snippet_as_it_is_but_for_its_root() -> None:
    assert frame(inlined(PAGE))["srcdoc"] == PAGE.replace("<html", '<html data-embed=""')
    opened = frame(inlined(PAGE, Look(claim="c3", theme="dark")))["srcdoc"]
    assert '<html data-embed="dark" data-address="#claim=c3" lang="en"' in opened


def test_a_kept_height_needs_no_script() -> None:
    snippet = framed("a.html", Look(height=420, width=800))
    assert "<script" not in snippet
    assert (
        frame(snippet)["style"] == "display: block; width: 100%; max-width: 800px; height: 420px; border: 0"
    )
    assert "data-geobrief" not in frame(snippet)


@pytest.mark.parametrize("ratio", ["wide", "3", "0:2", "3:0", "-3:2", "3:2; position: fixed"])
def test_what_is_no_ratio_is_refused(ratio: str) -> None:
    with pytest.raises(PageError, match="is no ratio of width to height"):
        framed("a.html", Look(ratio=ratio))


def test_what_is_no_page_is_not_inlined() -> None:
    with pytest.raises(PageError, match="no <html> element"):
        inlined("<p>Words</p>")
