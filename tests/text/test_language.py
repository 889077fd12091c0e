"""Which language a text is in: told by the text, unless it is given."""

import tracemalloc

import pytest

from geobrief.model import Document
from geobrief.text.language import detect_language, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The governor of the region said that two drones had been shot down."),
        ("fr", "Le gouverneur de la région a déclaré que deux drones avaient été abattus."),
        ("de", "Der Gouverneur der Region teilte mit, dass zwei Drohnen abgeschossen wurden."),
        ("es", "El gobernador de la región dijo que dos drones fueron derribados."),
        ("ru", "Губернатор области сообщил, что сбиты два беспилотника."),
        ("uk", "Губернатор області повідомив, що збито два безпілотники."),
        ("ko", "주지사는 드론 두 대가 격추되었다고 밝혔다."),
        ("ar", "قال المحافظ إن طائرتين مسيرتين أسقطتا."),
    ],
)
def test_the_languages_that_are_read_are_told_from_one_another(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "Trump in Paris",
        "Los Angeles, El Paso and San José",
        "Marine Le Pen speaks in La Rochelle",
        "Dinesh D’Souza’s case",
        "Michael's Catholic School and St. Mary's",
    ],
)
def test_what_is_in_doubt_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("fr", "Inondations à Liège"),
        ("de", "Merz reist nach Kiew"),
        ("es", "Un terremoto sacudió el sur de Perú"),
        ("ru", "Путин в Минске"),
        ("uk", "Лавров прибув до Києва"),
        ("ko", "김정은 평양 도착"),
        ("ar", "زلزال في مراكش"),
    ],
)
def test_a_headline_is_enough(language: str, headline: str) -> None:
    assert detect_language(headline) == language


@pytest.mark.parametrize(
    "text",
    [
        "Il presidente della regione ha detto che due droni sono stati abbattuti nella notte.",
        "O presidente da região disse que dois drones foram abatidos durante a noite.",
        "De gouverneur van de regio zei dat er twee drones zijn neergehaald.",
        "استاندار گفت که دو پهپاد سرنگون شده است",
        "Губернатор вобласці паведаміў, што збіты два беспілотнікі ў ноч",
    ],
)
def test_other_languages_are_not_taken_for_one_that_is_read(text: str) -> None:
    assert detect_language(text) not in ("fr", "de", "es", "ru", "uk", "ko", "ar")


def test_a_quotation_in_another_language_does_not_turn_an_article() -> None:
    text = "The mayor said: “Vive la France.” The crowd of 300 was told that it would have to leave by noon."

    assert detect_language(text) == "en"


def test_long_texts_do_not_stay_in_memory() -> None:
    detect_language("")
    tracemalloc.start()
    try:
        for number in range(5):
            detect_language(f"{number} said in Paris. " + "x" * 200_000)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 200_000


@pytest.mark.parametrize("given", ["uk", "uk-UA", "uk_UA", "UK"])
def test_a_given_language_is_believed(given: str) -> None:
    assert language_of(Document(id="a.md", text="Moscow is in Russia.", language=given)) == "uk"


def test_without_one_the_text_tells() -> None:
    assert language_of(Document(id="a.md", text="Москва находится в России.")) == "ru"
