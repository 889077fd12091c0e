"""One brief that says whatever a brief can."""

from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, Quantity, When

TEXT = "🗺️ Officials said at least 12 tonnes of maize went from Odesa to the port in March. Nobody counted."
URL = "https://example.org/maize"
OUTLINE = {
    "type": "MultiPolygon",
    "coordinates": [
        [[[28.5, 45.5], [28.7, 45.5], [28.7, 45.7], [28.5, 45.5]]],
        [[[29, 46], [30, 46], [30, 47], [29, 46]]],
    ],
}


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


QUOTE = TEXT[: TEXT.index(" Nobody")]
DOCUMENT = Document("maize.md", TEXT, "Maize", "2025-04-02", URL, "Example Post", "en")
ODESA = Place("odesa", "Odesa", "city", 30.7326, 46.4775, "UA", aliases=("Odessa",), source="geonames:698740")
PORT = Place("the port", "Izmail", "region", 28.8, 45.35, "UA", "Odeska", precision="5 km", geometry=OUTLINE)
CLAIM = Claim(
    id="c1",
    document="maize.md",
    quote=QUOTE,
    places=("odesa", "the port"),
    by="Officials",
    by_name="Port Authority",
    by_kind="institution",
    certainty="attributed",
    quantities=(Quantity(12, "tonnes", "12 tonnes", "at least", "maize", 12000, "kg", span("12 tonnes")),),
    when=When("2025-03-01", "2025-03-31", "March", span("March")),
    flow=Flow("odesa", "the port", span("went from Odesa to the port")),
    url="https://example.org/register",
    note="Weighed twice.",
    span=(0, len(QUOTE)),
    by_span=span("Officials"),
    cue_span=span("said"),
    certainty_span=span("said"),
    inferred=("the port",),
    inferred_spans=(span("the port"),),
    group="g1",
)
UNPLACED = Claim("c2", "", "Somebody counted.", url="https://example.org/count")
BRIEF = Brief(
    documents=(DOCUMENT,),
    mentions=(Mention("maize.md", *span("Odesa"), "odesa"),),
    places=(ODESA, PORT),
    claims=(CLAIM, UNPLACED),
    title="Where the maize went",
)
