"""A brief of two articles, made for what readers look for: sources, kinds, dates, quotes in either."""

from collections.abc import Iterator
from dataclasses import replace

from geobrief.model import Brief, Claim, Document, Mention, Place, When

PLACES = (
    Place("lodz", "Łódź", "city", 19.46, 51.76, "PL"),
    Place("wonsan", "Wonsan", "site", 127.44, 39.15, "KP", precision="5 km"),
    Place("tatarstan", "Tatarstan", "region", 50.5, 55.3, "RU"),
)

CLAIMS = (
    Claim(
        "c1",
        "later.md",
        "Łódź took in 900 people in June 2024.",
        ("lodz",),
        when=When("2024-06-01", "2024-06-30"),
    ),
    Claim(
        "c2",
        "later.md",
        "The port of Wonsan reportedly closed in 2023.",
        ("wonsan",),
        "NHK",
        "reported",
        when=When("2023-01-01", "2023-12-31"),
    ),
    Claim("c3", "later.md", "Wonsan may open again.", ("wonsan",), "NHK", "possible"),
    Claim(
        "c4",
        "earlier.md",
        "Tatarstan denied all of it on 3 March 2024.",
        ("tatarstan",),
        "the ministry",
        "denied",
        when=When("2024-03-03", "2024-03-03"),
    ),
    Claim(
        "c5",
        "earlier.md",
        "Wonsan has been at work since May 2024.",
        ("wonsan",),
        when=When("2024-05-01", ""),
    ),
)

LATER = Document("later.md", "", "After the flood", "2024-07-01", publisher="The Post")
EARLIER = Document("earlier.md", "", "Before the flood", "2024-05-20")


def finding_brief() -> Brief:
    """Both articles, the later one first; each text is the quotes of its claims."""
    texts = {
        article.id: " ".join(claim.quote for claim in CLAIMS if claim.document == article.id)
        for article in (LATER, EARLIER)
    }
    return Brief(
        documents=tuple(replace(article, text=texts[article.id]) for article in (LATER, EARLIER)),
        mentions=tuple(mention for article, text in texts.items() for mention in _mentions(article, text)),
        places=PLACES,
        claims=tuple(replace(claim, span=_span(claim.quote, texts[claim.document])) for claim in CLAIMS),
        title="Floods",
    )


def _span(quote: str, text: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


def _mentions(article: str, text: str) -> Iterator[Mention]:
    for at in range(len(text)):
        for place in PLACES:
            if text.startswith(place.name, at):
                yield Mention(article, at, at + len(place.name), place.id)
