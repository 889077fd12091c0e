"""JSON-LD read by PyLD and rdflib without a network, with stand-ins for the two contexts."""

from typing import Any

from pyld import jsonld
from rdflib import Graph, Namespace

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("http://schema.org/")
BASE = "https://example.org/brief/file.jsonld"

ANNOTATIONS = {
    **{name.removesuffix("_"): str(space) for name, space in {"oa": OA, "as_": AS, "schema": SCHEMA}.items()},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector"),
            *("TimeState", "commenting", "describing", "identifying", "linking", "tagging"),
            *("exact", "prefix", "suffix"),
        )
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"},
    "cached": {"@type": "@id", "@id": "oa:cachedSource"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "first": {"@type": "@id", "@id": "as:first"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "rdf:value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}

THING = {"name", "alternateName", "description", "identifier", "sameAs", "url"}
CREATIVE_WORK = THING | {
    *("about", "author", "citation", "contentLocation", "datePublished", "headline", "inLanguage"),
    *("isBasedOn", "isPartOf", "keywords", "mainEntity", "mentions", "publisher", "temporalCoverage", "text"),
}
PLACE = THING | {
    "additionalProperty",
    "address",
    "containedInPlace",
    "geo",
    "keywords",
    "latitude",
    "longitude",
}
PROPERTIES = {
    "Article": CREATIVE_WORK,
    "BodyOfWater": PLACE,
    "City": PLACE,
    "Claim": CREATIVE_WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "Continent": PLACE,
    "Country": PLACE,
    "CreativeWork": CREATIVE_WORK,
    "DefinedTerm": THING | {"inDefinedTermSet", "termCode"},
    "DefinedTermSet": CREATIVE_WORK | {"hasDefinedTerm"},
    "GeoCoordinates": THING | {"latitude", "longitude", "elevation", "addressCountry"},
    "GeoShape": THING | {"box", "circle", "elevation", "line", "polygon"},
    "ItemList": THING | {"itemListElement", "itemListOrder", "numberOfItems"},
    "Map": CREATIVE_WORK | {"mapType"},
    "MoveAction": THING | {"agent", "fromLocation", "object", "toLocation"},
    "Organization": THING,
    "Person": THING,
    "Place": PLACE,
    "PostalAddress": THING | {"addressCountry", "addressLocality", "addressRegion"},
    "PropertyValue": THING | {"maxValue", "minValue", "propertyID", "unitText", "value"},
    "QuantitativeValue": THING
    | {"additionalProperty", "maxValue", "minValue", "unitCode", "unitText", "value", "valueReference"},
}
"""Of schema.org 29: for each type in use, properties that it has by itself or by the types above it."""

IRIS = ("about", "appearance", "contentLocation", "fromLocation", "isPartOf", "sameAs", "toLocation", "url")
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATIONS,
    "https://schema.org": {
        "@vocab": str(SCHEMA),
        **{name: {"@id": f"{SCHEMA}{name}", "@type": "@id"} for name in IRIS},
    },
}


def load(url: str, _options: object) -> dict[str, Any]:
    """PyLD's document loader; any other address than the two contexts' is an error."""
    return {"documentUrl": url, "document": {"@context": CONTEXTS[url]}, "contextUrl": None}


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The document as JSON-LD without a context; no property of it may be dropped on the way."""
    dropped: list[str | None] = []
    options = {"documentLoader": load, "base": BASE}
    found: list[dict[str, Any]] = jsonld.expand(document, options, on_property_dropped=dropped.append)
    assert dropped == []
    return found


def graph(document: dict[str, Any]) -> Graph:
    """The document's statements."""
    options = {"documentLoader": load, "base": BASE, "format": "application/n-quads"}
    return Graph().parse(data=jsonld.to_rdf(document, options), format="nt")


def foreign_terms(value: Any) -> set[tuple[str, str]]:
    """Type and property of whatever in a schema.org record the vocabulary does not allow there."""
    if isinstance(value, list):
        return {found for each in value for found in foreign_terms(each)}
    if not isinstance(value, dict):
        return set()
    kind = value.get("@type")
    keys = {key for key in value if not key.startswith("@")}
    allowed = THING if kind is None else PROPERTIES.get(kind, set())
    below = {found for key in keys for found in foreign_terms(value[key])}
    return below | {(str(kind), key) for key in keys - allowed}
