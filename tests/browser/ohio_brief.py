"""A brief whose places lie close together, as those of a county's newspaper do."""

from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, Quantity

TEXT = (
    "About 1,200 residents were moved from Chillicothe to Circleville. "
    "Between 400 and 500 homes in Ross County lost power. "
    "The dam near Waverly held. More rain could fall on Portsmouth, Wilmington, Athens and Columbus."
)
PLACES = (
    Place("chillicothe", "Chillicothe", "city", -82.98241, 39.33312, "US", "Ohio"),
    Place("circleville", "Circleville", "city", -82.94601, 39.60062, "US", "Ohio"),
    Place(
        "ross-county",
        "Ross County",
        "region",
        -83.05702,
        39.33763,
        "US",
        "Ohio",
        (),
        "area",
        "geonames:4522889",
    ),
    Place("waverly", "Waverly", "site", -82.98546, 39.12673, "US", "Ohio", precision="10 km"),
    Place("portsmouth", "Portsmouth", "city", -82.99767, 38.73174, "US", "Ohio"),
    Place("wilmington", "Wilmington", "city", -83.82854, 39.44534, "US", "Ohio"),
    Place("athens", "Athens", "city", -82.10126, 39.32924, "US", "Ohio"),
    Place("columbus", "Columbus", "city", -82.99879, 39.96118, "US", "Ohio"),
    Place("ohio", "Ohio", "region", -83.00018, 40.25034, "US", "", (), "area", "geonames:5165418"),
)


def _sentence(start: str) -> tuple[str, tuple[int, int]]:
    at = TEXT.index(start)
    end = TEXT.index(".", at) + 1
    return TEXT[at:end], (at, end)


def _quantity(value: float, unit: str, text: str) -> Quantity:
    at = TEXT.index(text)
    return Quantity(value, unit, text, span=(at, at + len(text)))


def ohio_brief() -> Brief:
    """Two near towns between which people are moved, a county of which no outline is packaged."""
    (moved, at_moved), (power, at_power), (dam, at_dam), (rain, at_rain) = map(
        _sentence, ("About", "Between", "The dam", "More rain")
    )
    towns = ("portsmouth", "wilmington", "athens", "columbus")
    claims = (
        Claim(
            "moved",
            "a.md",
            moved,
            ("chillicothe", "circleville"),
            quantities=(_quantity(1200, "residents", "About 1,200 residents"),),
            flow=Flow("chillicothe", "circleville"),
            span=at_moved,
        ),
        Claim(
            "power",
            "a.md",
            power,
            ("ross-county",),
            quantities=tuple(_quantity(value, "homes", "Between 400 and 500 homes") for value in (400, 500)),
            span=at_power,
        ),
        Claim("dam", "a.md", dam, ("waverly",), span=at_dam),
        Claim("rain", "a.md", rain, towns, span=at_rain),
    )
    named = [place for place in PLACES if place.name in TEXT]
    mentions = sorted(
        (
            Mention("a.md", TEXT.index(place.name), TEXT.index(place.name) + len(place.name), place.id)
            for place in named
        ),
        key=lambda mention: mention.start,
    )
    return Brief((Document("a.md", TEXT, "Flood", language="en"),), tuple(mentions), PLACES, claims, "Flood")
