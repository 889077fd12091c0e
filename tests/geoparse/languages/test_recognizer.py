"""What is a place in texts of other languages than English, and what only looks like one."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Document
from geobrief.text.names import comparable


def toponyms_of(text: str, language: str, gazetteer: Gazetteer) -> Sequence[Toponym]:
    return recognize(Document(id="text.md", text=text, language=language), gazetteer)


def words_of(text: str, language: str, gazetteer: Gazetteer) -> list[str]:
    return [text[one.start : one.end] for one in toponyms_of(text, language, gazetteer)]


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("ru", "Он живёт в Нижнем Новгороде.", "Нижнем Новгороде", "Нижний Новгород"),
        ("ru", "Поезд из Ростова-на-Дону опоздал.", "Ростова-на-Дону", "Ростов-на-Дону"),
        ("uk", "Потяг із Кривого Рогу запізнився.", "Кривого Рогу", "Кривий Ріг"),
        ("es", "El acuerdo con EE. UU. y México sigue en pie.", "EE. UU", "EE. UU."),
        ("de", "Ein Schiff sank im Schwarzen Meer.", "Schwarzen Meer", "Schwarzes Meer"),
        ("ko", "대표단은 평양에서 출발했다.", "평양", "평양"),
        ("ar", "وصل الوفد أمس بموسكو ولندن في زيارة إلى روسيا.", "موسكو", "موسكو"),
        ("ar", "تظاهر الآلاف أمس بتل أبيب وحيفا مطالبين بالتغيير.", "تل أبيب", "تل أبيب"),
        ("ko", "전라남도 여수에 비가 내렸다.", "여수", "여수"),
    ],
)
def test_an_inflected_name_is_looked_up_by_its_base_form(
    language: str, text: str, words: str, name: str, gazetteer: Gazetteer
) -> None:
    found = {text[one.start : one.end]: one.name for one in toponyms_of(text, language, gazetteer)}

    assert comparable(found[words]) == comparable(name)


def test_adjectives_that_share_a_noun_name_a_region_each(gazetteer: Gazetteer) -> None:
    text = "В Курской, Белгородской и Брянской областях сбиты дроны."

    found = toponyms_of(text, "ru", gazetteer)

    assert [(one.name, one.kind) for one in found] == [
        ("Курская область", "region"),
        ("Белгородская область", "region"),
        ("Брянская область", "region"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("ru", "Владимир Путин и Роман Абрамович молчали.", "Владимир"),
        ("uk", "Про це сказав Володимир Зеленський у Києві.", "Володимир"),
        ("fr", "Jack London et Florence Foresti étaient là.", "London"),
        ("es", "Lo dijo Luis Córdoba ante la prensa.", "Córdoba"),
        ("de", "Das sagte Florence Gaub am Montag.", "Florence"),
    ],
)
def test_persons_are_no_places(language: str, text: str, person: str, gazetteer: Gazetteer) -> None:
    assert not any(person in words for words in words_of(text, language, gazetteer))


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("de", "Essen und Trinken waren knapp, die Halle war leer.", "Essen"),
        ("de", "Die Ukraine-Hilfe und der US-Präsident sind Thema.", "Ukraine"),
        ("ru", "Московский вокзал закрыт, Того не ждали.", "Того"),
        ("ru", "Матч «Спартак» выиграл легко, а «Рубин» проиграл.", "Рубин"),
        ("es", "El Real Madrid ganó el partido.", "Madrid"),
        ("fr", "Le Tour de France commence demain.", "France"),
        ("ko", "그는 고성을 지르며 항의했다.", "고성"),
        ("ar", "وقف إطلاق النار سلام جديد.", "سلام"),
        ("ar", "وقال رياض سلامة إن المصرف سيدفع.", "رياض"),
        ("ar", "وقع الجنود في كمين عند الفجر.", "مين"),
    ],
)
def test_words_and_firms_are_no_places(language: str, text: str, word: str, gazetteer: Gazetteer) -> None:
    assert word not in words_of(text, language, gazetteer)


def test_the_words_around_say_the_kind(gazetteer: Gazetteer) -> None:
    found = toponyms_of("In der Region Kursk und im Gebiet Belgorod wird gekämpft.", "de", gazetteer)

    assert [(one.name, one.kind, one.head) for one in found] == [
        ("Kursk", "region", True),
        ("Belgorod", "region", True),
    ]


def test_brackets_name_what_holds_a_place(gazetteer: Gazetteer) -> None:
    found = toponyms_of("L'usine de Montbéliard (Doubs) va fermer à Belfort.", "fr", gazetteer)

    assert found[0].container == "Doubs"


def test_offsets_count_code_points_and_do_not_overlap(gazetteer: Gazetteer) -> None:
    text = "🙂 Вибухи у Харкові, Одесі та Запоріжжі; тривога — на Донбасі.\n\nУ Львові тихо."

    found = toponyms_of(text, "uk", gazetteer)

    assert [text[one.start : one.end] for one in found] == [
        "Харкові",
        "Одесі",
        "Запоріжжі",
        "Донбасі",
        "Львові",
    ]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_given_language_goes_before_the_words(gazetteer: Gazetteer) -> None:
    assert words_of("Berlin, Kiew, Warschau", "de", gazetteer) == ["Berlin", "Kiew", "Warschau"]


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "ko", "ru", "uk"])
def test_an_empty_text_has_none(language: str, gazetteer: Gazetteer) -> None:
    assert toponyms_of("", language, gazetteer) == ()
    assert toponyms_of("… — 42!", language, gazetteer) == ()
