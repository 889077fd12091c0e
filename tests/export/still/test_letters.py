"""Letters: found in the machine's fonts, measured, broken into lines."""

import pytest

from geobrief.errors import ExportError
from geobrief.export.still.directions import is_right_to_left
from geobrief.export.still.letters import Style, extent, printable, wrapped

SERIF = Style(8, serif=True)


def test_lines_hold_all_words_and_fit() -> None:
    text = "Reports put the number of labourers bound for the zone at 25,000 or more, they say."
    lines = wrapped(text, SERIF, 120)
    assert " ".join(lines) == text
    assert all(extent(line, SERIF) <= 121 for line in lines)


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    lines = wrapped("word " * 60, SERIF, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("word…")
    assert extent(lines[1], SERIF) <= 121


def test_a_word_without_spaces_is_broken() -> None:
    lines = wrapped("https://example.org/" + "a" * 300, SERIF, 100)
    assert "".join(lines) == "https://example.org/" + "a" * 300
    assert all(extent(line, SERIF) <= 101 for line in lines)


def test_each_line_of_a_text_from_the_right_runs_from_the_right() -> None:
    lines = wrapped("قالت NHK إن 25,000 عامل وصلوا من القاهرة إلى بغداد", SERIF, 60)
    assert len(lines) > 1
    assert all(is_right_to_left(line) for line in lines)


@pytest.mark.parametrize("text", ["Київ і Харків", "القاهرة", "Αθήνα", "İzmir", "Łódź", "Hà Nội"])
@pytest.mark.parametrize("style", [SERIF, Style(8, bold=True), Style(8, italic=True, serif=True)])
def test_letters_are_found_in_every_cut(text: str, style: Style) -> None:
    assert printable(text, style) == text
    assert extent(text, style) > 10


def test_signs_that_no_font_has_are_marked() -> None:
    # A private one, which fonts of icons may have, but then draw.
    assert len(printable("here \U000f8f8f", SERIF)) == len("here \U000f8f8f")


def test_letters_that_no_font_has_are_refused() -> None:
    # Scripts that hardly a machine has fonts for; one that has them all has nothing to refuse.
    refused = []
    for letter in map(chr, (0x10E80, 0x11FB0, 0x12F90, 0x14400, 0x16A40, 0x1B132, 0x1E290, 0x30000)):
        try:
            extent(letter, SERIF)
        except ExportError as error:
            refused.append(str(error))
    if not refused:
        pytest.skip("this machine has fonts for every script that was tried")
    assert all("No font of this machine has" in told and "install one" in told for told in refused)
