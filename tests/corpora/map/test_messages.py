"""The page of a corpus says the same in each language, all of it, and nothing that nobody asks for."""

import json
from importlib.resources import files
from typing import Any

import pytest

from geobrief.corpora.map.speaking import corpus_interface
from geobrief.render.messages import LANGUAGES, interface
from message_files import asked_in, check_placeholders, check_plurals, prefixes

ROOM = files("geobrief.corpora.map") / "static"
SCRIPTS = {
    path.name: path.read_text(encoding="utf-8") for path in ROOM.iterdir() if path.name.endswith(".js")
}


def text_of(language: str) -> str:
    return (ROOM / "messages" / f"{language}.json").read_text(encoding="utf-8")


def own(language: str) -> dict[str, Any]:
    """The messages that the page of a brief does not have, in both parts."""
    parts: dict[str, Any] = json.loads(text_of(language))
    return parts


ENGLISH = own("en")


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {path.name for path in (ROOM / "messages").iterdir()} == {f"{each}.json" for each in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything_in_the_same_order(language: str) -> None:
    for part in ("page", "server"):
        assert list(own(language)[part]) == sorted(ENGLISH[part])


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_and_placeholders_are_those_of_the_language(language: str) -> None:
    for part in ("page", "server"):
        check_plurals(language, own(language)[part], ENGLISH[part])
        check_placeholders(language, own(language)[part], ENGLISH[part])


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_translation_is_one(language: str) -> None:
    same = {key for key, text in ENGLISH["page"].items() if own(language)["page"][key] == text}
    assert len(same) <= 1, same


def test_the_page_asks_for_messages_that_exist() -> None:
    for name, script in SCRIPTS.items():
        assert asked_in(script) <= set(corpus_interface("en").page), name


def test_no_message_is_unused_or_said_twice() -> None:
    script = "\n".join(SCRIPTS.values())
    for key in ENGLISH["page"]:
        assert f'"{key}"' in script or key.startswith(prefixes(script)), key
    assert not set(ENGLISH["page"]) & set(interface("en").page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_file_has_a_line_a_message(language: str) -> None:
    count = sum(len(part) for part in own(language).values())
    assert len(text_of(language).splitlines()) == count + 2 + 2 * len(own(language))
