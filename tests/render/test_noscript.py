"""What a page shows where no script runs."""

from geobrief.model import Brief, Claim, Document, Mention, Place
from geobrief.render.messages import interface
from geobrief.render.noscript import MOST_CHARACTERS, render_noscript

ENGLISH = interface("en")


def brief_of(text: str, quote: str) -> Brief:
    start = text.index(quote)
    place = Place("vell", "Vell", "city", 10, 50, "DE")
    at = text.index("Vell")
    claim = Claim("c1", "a.md", quote, ("vell",), "the mayor", "attributed", span=(start, start + len(quote)))
    document, mention = Document("a.md", text, title="Ships"), Mention("a.md", at, at + 4, "vell")
    return Brief((document,), (mention,), (place,), (claim,))


def test_the_text_has_numbered_places_and_claims() -> None:
    html = render_noscript(
        brief_of("## Port\n\nShips left Vell. They were late.", "Ships left Vell."), ENGLISH
    )
    assert '<h3 dir="auto">Port</h3>' in html
    assert '<p dir="auto">Ships left Vell [1].<sup>1</sup> They were late.</p>' in html
    assert '<li value="1"><strong dir="auto">Vell</strong> (City or town, Germany)</li>' in html
    assert "<li>attributed, <bdi>the mayor</bdi> [1]</li>" in html


def test_a_line_of_dashes_is_a_rule() -> None:
    html = render_noscript(brief_of("Ships left Vell.\n\n---\n\n-- 30 --", "Ships left Vell."), ENGLISH)
    assert '</p>\n<hr>\n<p dir="auto">-- 30 --</p>' in html


def test_a_claim_that_no_text_holds_is_quoted() -> None:
    claim = Claim("c1", "", "Nets were <torn>.", (), certainty="reported")
    assert '<q dir="auto">Nets were &lt;torn&gt;.</q> reported' in render_noscript(
        Brief(claims=(claim,)), ENGLISH
    )


def test_markup_in_a_text_is_text() -> None:
    html = render_noscript(brief_of("Vell </noscript><script>.", "Vell"), ENGLISH)
    assert "</noscript>" not in html
    assert "<script" not in html


def test_a_long_brief_says_that_it_needs_a_script_and_is_not_there_twice() -> None:
    html = render_noscript(Brief((Document("a.md", "word " * MOST_CHARACTERS),)), ENGLISH)
    assert html == f"<p>{ENGLISH.say('noScriptLong')}</p>"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Ships\nThe ferry line said on Monday that more than\n12,000 people had left the port of Odesa."
    told = render_noscript(Brief(documents=(Document("a.md", text),)), ENGLISH)
    assert '<p dir="auto">The ferry line said on Monday that more than 12,000 people' in told
    assert '<p dir="auto">Ships</p>' in told
