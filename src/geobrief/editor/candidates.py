"""What the gazetteer knows of a place, as the browser is told it, and as a place of a brief."""

from __future__ import annotations

from typing import Any

from geobrief.brief.outlines import outline
from geobrief.brief.settle import SITE_RADIUS_KM
from geobrief.gazetteer import Gazetteer
from geobrief.model import Candidate

__all__ = ["candidate_record", "place_fields"]


def candidate_record(candidate: Candidate, gazetteer: Gazetteer) -> dict[str, Any]:
    """A candidate so that it can be told from others of its name."""
    country = gazetteer.country(candidate.country_code) if candidate.country_code else None
    return {
        "id": candidate.id,
        "name": candidate.name,
        "matched": candidate.matched,
        "kind": candidate.kind,
        "lon": candidate.lon,
        "lat": candidate.lat,
        "within": candidate.within if candidate.within != candidate.name else "",
        "country": country.name if country and country.id != candidate.id else "",
        "country_code": candidate.country_code,
        "population": candidate.population,
    }


def place_fields(candidate: Candidate) -> dict[str, Any]:
    """The fields of a place of a brief that is this candidate, with its area where one is known.

    None empties what a place had before it was taken for this one.
    """
    area = outline(candidate) if candidate.kind in ("region", "country", "water") else None
    precision = {"city": "point", "site": f"{SITE_RADIUS_KM} km"}.get(candidate.kind, "area")
    return {
        "kind": candidate.kind,
        "lon": candidate.lon,
        "lat": candidate.lat,
        "country_code": candidate.country_code or None,
        "within": candidate.within or None,
        "source": candidate.id,
        "precision": precision,
        "geometry": area,
    }
