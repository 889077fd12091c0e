"""The page of a corpus in the languages of the interface: its own messages, and the names of its places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

from geobrief.brief.columns import from_table, to_table
from geobrief.corpora.map.strongest import shortened
from geobrief.gazetteer.sources_foreign import read_foreign_names_in
from geobrief.render.label_names import spoken_label
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface, interface

__all__ = ["corpus_interface", "spoken_record"]

Record: TypeAlias = dict[str, Any]

_LONGEST_NAME: Final = 60
"""Characters of a cell's name."""


@cache
def corpus_interface(language: str) -> Interface:
    """The interface of a brief's page with the messages that the page of a corpus has for itself.

    Raises:
        PageError: It does not speak that language; the message names those that it does.
    """
    shared = interface(language)
    path = files("geobrief.corpora.map") / "static" / "messages" / f"{language}.json"
    own = json.loads(path.read_text(encoding="utf-8"))
    return replace(shared, page={**shared.page, **own["page"]}, server={**shared.server, **own["server"]})


def spoken_record(record: Mapping[str, Any], spoken: Interface) -> Record:
    """What `island.record_of` gives as the page has it: places by their names in the interface's language."""
    names = {place["id"]: _spoken_name(place, spoken) for place in from_table(record["named"])}
    cells = {name: value for name, value in record["cells"].items() if name != "places"}
    cells["names"] = [shortened(names[id_], _LONGEST_NAME) for id_ in record["cells"]["places"]]
    claims = [_spoken_claim(claim, names) for claim in from_table(record["claims"])]
    ends = [
        {**end, **{f"{side}_name": names[end[side]] for side in ("from", "to")}}
        for end in from_table(record["flows"]["ends"])
    ]
    base = record["base"]
    if spoken.language != DEFAULT_LANGUAGE:
        labels = [spoken_label(label, spoken) for label in from_table(base["labels"])]
        base = {**base, "labels": to_table(labels)}
    kept = {name: value for name, value in record.items() if name != "named"}
    return {
        **kept,
        "cells": cells,
        "claims": to_table(claims),
        "flows": {**record["flows"], "ends": to_table(ends)},
        "base": base,
    }


def _spoken_claim(claim: Record, names: Mapping[str, str]) -> Record:
    ids = claim.pop("place_ids", ())
    own = claim.get("places", ())
    if len(ids) != len(own):
        return claim
    return {**claim, "places": [names.get(id_, name) for id_, name in zip(ids, own, strict=True)]}


def _spoken_name(place: Record, spoken: Interface) -> str:
    name: str = place["name"]
    if spoken.language != DEFAULT_LANGUAGE:
        known = _foreign_names(spoken.language).get(place["id"].removeprefix("geobrief:"))
        name = known or spoken_label(place, spoken)["name"]
    return name


@cache
def _foreign_names(language: str) -> Mapping[str, str]:
    return {id_: name[0].upper() + name[1:] for id_, name in read_foreign_names_in(language).items()}
