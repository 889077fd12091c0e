"""Places out of other programs' files, and what of these could not be taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.brief.add import add_place, same_place
from geobrief.brief.angles import degrees, position
from geobrief.brief.any_file import scan_any
from geobrief.brief.choose import lies_within, likely
from geobrief.brief.fault import Fault
from geobrief.brief.outlines import outlined
from geobrief.brief.table_file import Row, is_table, read_table
from geobrief.editor.changes import AddPlace, Several
from geobrief.errors import BriefError
from geobrief.model import KINDS, Brief, Candidate, Place

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer

__all__ = ["Intake", "read_places", "taken_over"]

_SHOWN: Final = 3
"""Of the places that a name may mean."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file gives."""

    places: tuple[Place, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is doubtful or was left out, a sentence each, in the order of the file."""


def read_places(path: Path, gazetteer: Gazetteer, layer: str = "") -> Intake:
    """The places of a table or of geodata. Names of a table without coordinates are looked up.

    Args:
        path: The file.
        gazetteer: What knows where names are.
        layer: The only layer to read, of a workbook the sheet; by default all layers, and the first sheet
            that holds places.

    Raises:
        BriefError: The file cannot be read, or holds no places.
    """
    if not is_table(path):
        brief, faults = scan_any(path, layer)
        return Intake(brief.places, tuple(map(_left_out, faults)))
    table = read_table(path, layer)
    places: list[Place] = []
    remarks: list[str] = []
    if len(table.sheets) > 1 and not layer:
        others = ", ".join(sheet for sheet in table.sheets if sheet != table.sheet)
        remarks.append(f"the sheet {table.sheet} was read; --layer NAME takes another: {others}")
    for row in table.rows:
        try:
            place, doubts = _place(row, gazetteer)
        except BriefError as error:
            remarks.append(f"line {row.line} was left out: {error}")
            continue
        places.append(place)
        remarks.extend(f"line {row.line}: {doubt}" for doubt in doubts)
    return Intake(tuple(places), tuple(remarks))


def _left_out(fault: Fault) -> str:
    return f"line {fault.line} was left out: {fault.message}" if fault.line else f"left out: {fault.message}"


def taken_over(brief: Brief, found: Intake, title: str) -> tuple[Several, tuple[str, ...]]:
    """The change that adds the places that the brief has not yet, and all that is to be said of it."""
    remarks = list(found.remarks)
    kept: list[Place] = []
    for place in found.places:
        there = same_place((*brief.places, *kept), place)
        if there is not None:
            remarks.append(f"{place.name!r} was left out: it is there already, as {there.id!r}")
            continue
        kept.append(place)
    return Several(tuple(AddPlace(place) for place in kept), title), tuple(remarks)


def _place(row: Row, gazetteer: Gazetteer) -> tuple[Place, Sequence[str]]:
    """The place of a row, and what is doubtful about it."""
    name = row.known.get("name", "")
    if not name:
        raise BriefError("it has no name")
    kind, doubts = _kind(row)
    where = _where(row)
    candidate = None
    if where is None:
        candidate, told = _looked_up(name, kind, row.known, gazetteer)
        doubts += told
    lon, lat = where or (None, None)
    within = row.known.get("within", "") or ("" if candidate else row.known.get("country", ""))
    place = add_place(Brief(), candidate, name=name, kind=kind, within=within, lon=lon, lat=lat).places[0]
    return outlined(replace(place, **_texts(row, place), extra=dict(row.extra)), gazetteer), doubts


def _kind(row: Row) -> tuple[Any, list[str]]:
    said = row.known.get("kind", "").lower()
    if not said or said in KINDS:
        return said or None, []
    return None, [f"the kind {said!r} is none of {', '.join(KINDS)}, and was left out"]


def _where(row: Row) -> tuple[float, float] | None:
    lon, lat, both = (row.known.get(field, "") for field in ("lon", "lat", "position"))
    if lon and lat:
        return degrees(lon, "lon"), degrees(lat, "lat")
    if lon or lat:
        raise BriefError(f"it has one coordinate, {lon or lat!r}, without the other")
    return position(both) if both else None


def _looked_up(
    name: str, kind: Any, known: Mapping[str, str], gazetteer: Gazetteer
) -> tuple[Candidate | None, list[str]]:
    """What a name most likely means, and the doubt about it."""
    code, country, within = (known.get(field, "") for field in ("country_code", "country", "within"))
    candidates = [
        candidate
        for candidate in gazetteer.candidates(name)
        if (not code or candidate.country_code == code.upper())
        and (not country or lies_within(candidate, gazetteer, country))
    ]
    found = likely(candidates, gazetteer, kind=kind, within=within)
    if not found:
        where = ", ".join(part for part in (within, country, code) if part)
        asked = f"{name!r} within {where}" if where else repr(name)
        return None, [f"{asked} is not in the gazetteer; it is not located"]
    if len(found) == 1:
        return found[0], []
    others = ", ".join(map(_named, found[1 : 1 + _SHOWN]))
    doubt = f"{name!r} may mean {len(found)} places; {_named(found[0])} was taken, others are {others}"
    return found[0], [doubt]


def _named(candidate: Candidate) -> str:
    where = ", ".join(part for part in (candidate.within, candidate.country_code) if part)
    return f"{candidate.name} ({where}; {candidate.id})"


def _texts(row: Row, place: Place) -> dict[str, Any]:
    """The fields that a table says in words."""
    texts: dict[str, Any] = {
        field: row.known[field] for field in ("note", "source", "precision") if field in row.known
    }
    if code := row.known.get("country_code", "").upper():
        texts["country_code"] = code
    if aliases := row.known.get("aliases", ""):
        said = tuple(alias.strip() for alias in aliases.split(";") if alias.strip())
        texts["aliases"] = tuple(dict.fromkeys((*place.aliases, *said)))
    return texts
