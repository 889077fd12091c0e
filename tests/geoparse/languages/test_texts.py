"""Short news texts of seven languages on the real gazetteer: their places are found and put where they are.

A file of texts a language: `places` has the words as the text writes them, with the English name, the kind
and the country of what they mean ("any" where more than one reading is right), `not` words that are no place
there, and `missed` what is not found or wrong as yet.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.resolve import resolve
from geobrief.geoparse.toponym import Resolution
from geobrief.model import Candidate, Document
from geobrief.text.language import detect_language
from geobrief.text.names import comparable

TEXTS = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


def resolutions_of(text: str, gazetteer: Gazetteer) -> Sequence[Resolution]:
    document = Document(id="text.md", text=text)
    return resolve(document, recognize(document, gazetteer), gazetteer)


def is_meant(candidate: Candidate | None, expected: Sequence[str]) -> bool:
    if candidate is None:
        return False
    name, kind, country = expected
    return (
        comparable(candidate.name).startswith(comparable(name)[:4])
        and kind in ("any", candidate.kind)
        and country in ("any", candidate.country_code)
    )


@pytest.mark.parametrize(("language", "case"), TEXTS)
def test_the_places_of_a_text_are_found(language: str, case: dict[str, Any], gazetteer: Gazetteer) -> None:
    text: str = case["text"]
    found = resolutions_of(text, gazetteer)
    wrong = {}
    for words, expected in case["places"].items():
        start = text.index(words)
        over = [one for one in found if one.toponym.start < start + len(words) and one.toponym.end > start]
        if not any(is_meant(one.candidate, expected) for one in over):
            wrong[words] = [(one.toponym.name, one.candidate) for one in over]

    assert detect_language(text) == language
    assert set(wrong) <= set(case.get("missed", ()))


@pytest.mark.parametrize(("language", "case"), TEXTS)
def test_nothing_else_is_pinned(language: str, case: dict[str, Any], gazetteer: Gazetteer) -> None:  # noqa: ARG001
    text: str = case["text"]
    places = [(text.index(words), text.index(words) + len(words)) for words in case["places"]]
    pinned = [
        text[one.toponym.start : one.toponym.end]
        for one in resolutions_of(text, gazetteer)
        if one.candidate is not None
        and not any(one.toponym.start < end and one.toponym.end > start for start, end in places)
        and not any(words in text[one.toponym.start : one.toponym.end] for words in case["places"])
    ]

    assert not set(pinned) & set(case.get("not", ()))
    assert set(pinned) <= set(case.get("wrongly", ()))
