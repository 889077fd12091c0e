"""The interface says the same in each language, all of it, and nothing that nobody asks for."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel import Locale

import geobrief.render
from geobrief.cli.page_commands import language_option
from geobrief.errors import PageError
from geobrief.render.messages import LANGUAGES, RIGHT_TO_LEFT, interface
from message_files import asked_in, check_placeholders, check_plurals, prefixes

ROOM = Path(geobrief.render.__file__).parent
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in (ROOM / "static").glob("*.js")}
MODULES = "\n".join(
    path.read_text(encoding="utf-8")
    for room in (ROOM, ROOM.parent / "export")
    for path in sorted(room.rglob("*.py"))
)
ENGLISH = interface("en")


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    names = {path.name for path in (files("geobrief.render") / "static" / "messages").iterdir()}
    assert names == {f"{language}.json" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything_in_the_same_order(language: str) -> None:
    spoken = interface(language)
    assert list(spoken.page) == sorted(ENGLISH.page)
    assert list(spoken.server) == sorted(ENGLISH.server)
    assert not set(spoken.page) & set(spoken.server)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_the_plural_forms_of_its_language(language: str) -> None:
    check_plurals(language, interface(language).page, ENGLISH.page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_the_placeholders_of_the_english_one(language: str) -> None:
    for part in ("page", "server"):
        check_placeholders(language, getattr(interface(language), part), getattr(ENGLISH, part))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_translation_is_one(language: str) -> None:
    same = {key for key, text in ENGLISH.page.items() if interface(language).page[key] == text}
    same |= {key for key, text in ENGLISH.server.items() if interface(language).server[key] == text}
    assert len(same) < len(ENGLISH.page) / 5, same


def test_the_page_asks_for_messages_that_exist() -> None:
    for name, script in SCRIPTS.items():
        assert asked_in(script) <= set(ENGLISH.page), name


def test_no_message_is_unused() -> None:
    script = "\n".join(SCRIPTS.values())
    for key in ENGLISH.page:
        assert f'"{key}"' in script or key.startswith(prefixes(script)), key
    for key in ENGLISH.server:
        begun = key.partition("_")[0]
        assert re.search(rf"""["']({key}["']|{begun}_\{{)""", MODULES), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_direction_is_that_of_the_script(language: str) -> None:
    assert (Locale.parse(language).text_direction == "rtl") == (language in RIGHT_TO_LEFT)
    assert interface(language).direction == Locale.parse(language).text_direction


def test_countries_and_numbers_are_written_as_the_language_does() -> None:
    assert interface("de").country("KP") == "Nordkorea"
    assert interface("ko").country("UA") == "우크라이나"
    assert interface("fr").country("") == ""
    assert interface("de").number(25000) == "25.000"
    assert interface("en").number(2.5) == "2.5"


def test_a_count_takes_the_form_of_its_language() -> None:
    assert interface("ru").count("claimCount", 3) == "3 утверждения"
    assert interface("de").count("claimCount", 1200) == "1.200 Aussagen"


def test_a_language_that_it_does_not_speak_is_refused_with_those_that_it_does() -> None:
    with pytest.raises(PageError, match=r"'tlh'.*en, de, fr, es, uk, ru, ar, ko"):
        interface("tlh")


def test_the_help_names_every_language() -> None:
    command = language_option(lambda: None)
    (option,) = command.__click_params__
    assert all(re.search(rf"\b{language}\b", option.help) for language in LANGUAGES)


def test_a_message_file_is_sorted_and_has_a_line_a_message() -> None:
    for language in LANGUAGES:
        text = (ROOM / "static" / "messages" / f"{language}.json").read_text(encoding="utf-8")
        messages = json.loads(text)
        assert len(text.splitlines()) == sum(len(part) for part in messages.values()) + 2 + 2 * len(messages)
