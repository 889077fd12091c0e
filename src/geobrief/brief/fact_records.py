"""What a claim counts, when it is and what moves, as JSON and back, with the words of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geobrief.model import BOUNDS, Flow, Quantity, Span, When

__all__ = [
    "filled",
    "flow_record",
    "more",
    "plain_number",
    "quantity_record",
    "read_flow",
    "read_quantity",
    "read_span",
    "read_when",
    "when_record",
]

Record = dict[str, Any]


def filled(**values: Any) -> Record:
    """Those of the values that say something; 0 does."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}


def plain_number(value: float) -> float:
    """Whole numbers without a point."""
    return int(value) if float(value).is_integer() else value


def quantity_record(quantity: Quantity) -> Record:
    """A quantity; what it leaves empty is left out."""
    return {
        "value": plain_number(quantity.value),
        **filled(unit=quantity.unit, text=quantity.text),
        **more(quantity),
    }


def more(quantity: Quantity) -> Record:
    """What a quantity tells beyond value, unit and words."""
    return filled(
        bound=quantity.bound,
        counted=quantity.counted,
        value_si=None if quantity.value_si is None else plain_number(quantity.value_si),
        unit_si=quantity.unit_si,
        span=list(quantity.span or ()),
    )


def when_record(when: When) -> Record:
    """A time; an open end is empty text."""
    return {"start": when.start, "end": when.end, **filled(text=when.text, span=list(when.span or ()))}


def flow_record(flow: Flow) -> Record:
    """A movement."""
    return {"from": flow.origin, "to": flow.destination, **filled(span=list(flow.span or ()))}


def read_quantity(entry: Mapping[str, Any]) -> Quantity:
    """The quantity of a record.

    Raises:
        KeyError: It has no value.
        TypeError: A value is of the wrong type.
        ValueError: The bound is unknown.
    """
    bound = _text(entry, "bound")
    if bound not in BOUNDS:
        raise ValueError(f"the bound {bound!r} is unknown")
    return Quantity(
        float(entry["value"]),
        _text(entry, "unit"),
        _text(entry, "text"),
        bound,
        _text(entry, "counted"),
        float(entry["value_si"]) if "value_si" in entry else None,
        _text(entry, "unit_si"),
        read_span(entry.get("span")),
    )


def read_when(entry: Mapping[str, Any]) -> When:
    """The time of a record. Raises like `read_quantity`."""
    return When(
        _required(entry, "start"), _required(entry, "end"), _text(entry, "text"), read_span(entry.get("span"))
    )


def read_flow(entry: Mapping[str, Any]) -> Flow:
    """The movement of a record. Raises like `read_quantity`."""
    return Flow(_required(entry, "from"), _required(entry, "to"), read_span(entry.get("span")))


def read_span(value: Sequence[Any] | None) -> Span | None:
    """A pair of offsets; None stays None. Raises `TypeError` or `ValueError` for anything else."""
    if value is None:
        return None
    start, end = value
    return int(start), int(end)


def _required(entry: Mapping[str, Any], key: str) -> str:
    if key not in entry:
        raise ValueError(f"an entry has no {key!r}")
    return _text(entry, key)


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise TypeError(f"{key!r} is {value!r} and no text")
    return value
