"""Base forms of inflected names, language by language."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.geoparse.languages import arabic, german, korean, russian, ukrainian
from geobrief.geoparse.languages.grammar import LANGUAGES, grammar_of

Forms = Callable[[str], Sequence[tuple[str, float]]]


@pytest.mark.parametrize(
    ("forms", "word", "base"),
    [
        (russian.forms, "татарстане", "татарстан"),
        (russian.forms, "москвой", "москва"),
        (russian.forms, "грузии", "грузия"),
        (russian.forms, "казанью", "казань"),
        (russian.forms, "запорожьем", "запорожье"),
        (russian.forms, "орла", "орел"),
        (russian.forms, "череповце", "череповец"),
        (russian.forms, "нидерландах", "нидерланды"),
        (russian.forms, "сум", "сумы"),
        (russian.forms, "грозном", "грозный"),
        (russian.forms, "нижнего", "нижний"),
        (russian.forms, "чёрном".replace("ё", "е"), "черное"),
        (ukrainian.forms, "києві", "київ"),
        (ukrainian.forms, "львова", "львів"),
        (ukrainian.forms, "тернополя", "тернопіль"),
        (ukrainian.forms, "празі", "прага"),
        (ukrainian.forms, "розі", "ріг"),
        (ukrainian.forms, "запоріжжі", "запоріжжя"),
        (ukrainian.forms, "росією", "росія"),
        (ukrainian.forms, "донці", "донець"),
        (ukrainian.forms, "чорному", "чорне"),
        (german.forms, "bayerns", "bayern"),
        (german.forms, "roten", "rotes"),
        (german.forms, "vereinigten", "vereinigte"),
        (german.forms, "emiraten", "emirate"),
        (korean.forms, "평양에서", "평양"),
        (korean.forms, "러시아의", "러시아"),
        (korean.forms, "텍사스주에", "텍사스"),
        (arabic.forms, "بموسكو", "موسكو"),
        (arabic.forms, "والقاهرة", "القاهرة"),
        (arabic.forms, "للإمارات", "الإمارات"),
        (arabic.forms, "كموسكو", "موسكو"),
        (arabic.first_forms, "بتل", "تل"),
    ],
)
def test_the_base_form_is_among_the_forms(forms: Forms, word: str, base: str) -> None:
    assert base in [form for form, _ in forms(word)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(word=st.text(alphabet="абвгдеиоуьяыіїєабacdenorst평양에서의القوبل", min_size=1, max_size=12))
def test_the_word_itself_comes_first_and_forms_come_once(language: str, word: str) -> None:
    forms = grammar_of(language).forms(word)

    assert forms[0] == (word, 0.0)
    assert len({form for form, _ in forms}) == len(forms)
    assert [cost for _, cost in forms] == sorted(cost for _, cost in forms)


@pytest.mark.parametrize(
    ("names", "adjective", "noun", "region"),
    [
        (russian.region_names, "курской", "области", "курская область"),
        (russian.region_names, "белгородскую", "область", "белгородская область"),
        (russian.region_names, "ленинградской", "областях", "ленинградская область"),
        (russian.region_names, "краснодарском", "крае", "краснодарский край"),
        (ukrainian.region_names, "запорізькій", "області", "запорізька область"),
        (ukrainian.region_names, "сумської", "областей", "сумська область"),
    ],
)
def test_an_adjective_and_its_noun_name_a_region(
    names: Callable[[str, str], Sequence[str]], adjective: str, noun: str, region: str
) -> None:
    assert names(adjective, noun) == (region,)


def test_an_adjective_before_another_noun_names_none() -> None:
    assert russian.region_names("курской", "дуге") == ()
    assert russian.region_names("военной", "области") == ()
