"""A line break that only keeps a line short is read as a space; one that ends a paragraph is not."""

from textwrap import dedent, fill

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geobrief.text.sentences import sentences
from geobrief.text.soft_breaks import unfolded

FERRY = (
    "The ferry line said on Monday that more than 12,000 people had left Odesa for Constanța since May, and"
    " that the ships would sail on. “We sail as long as there is water under us. Nobody will be left on the"
    " quay,” its director, Olena Hrytsenko, told reporters in North Korea’s Sinuiju. The harbour master in"
    " New York had doubted the count on 3 March 2025. The state-owned yard near Ust-Luga builds two more."
)
GERMAN = (
    "Die Fähre hat seit Mai mehr als 12.000 Menschen aus dem Hafen von Odessa nach Rumänien gebracht, wie"
    " die Reederei am Montag in Bukarest mitteilte. Der Hafenmeister zweifelte an der Zahl der Menschen und"
    " bat um Listen."
)
KOREAN = (
    "평양에서 보낸 노동자 이만 오천 명이 다음 달 러시아의 공장으로 가서 무인기를 만들고 "
    "그 기술을 배워 올 것이라고 일본 방송이 월요일 저녁에 정부의 발표를 인용하여 보도했지만 "
    "모스크바의 대변인은 이 숫자를 확인하지 않았고 누가 언제 오는지도 말하지 않았다."
)


def lines_of(text: str) -> list[str]:
    return [line for line in unfolded(text).text.split("\n") if line.strip()]


def told(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentences(text)]


@pytest.mark.parametrize("text", [FERRY, GERMAN, KOREAN], ids=["English", "German", "Korean"])
@given(width=st.integers(50, 100))
@example(width=50)
@example(width=72)
def test_a_wrapped_paragraph_is_the_paragraph(text: str, width: int) -> None:
    assert unfolded(fill(text, width)).text == text


@given(width=st.integers(50, 100), indent=st.sampled_from(["", "    ", "> ", "> > "]))
def test_paragraphs_stay_apart_in_a_mail_and_in_quotes_of_it(width: int, indent: str) -> None:
    written = f"\n{indent.rstrip()}\n".join(
        fill(text, width, initial_indent=indent, subsequent_indent=indent) for text in (FERRY, GERMAN)
    )
    assert [line.lstrip("> ") for line in lines_of(written) if line.strip("> ")] == [FERRY, GERMAN]


def test_a_list_is_wrapped_item_by_item() -> None:
    items = [fill(text, 72, initial_indent="- ", subsequent_indent="  ") for text in (FERRY, GERMAN)]
    assert lines_of("\n".join(items)) == [f"- {FERRY}", f"- {GERMAN}"]


def test_a_name_is_joined_where_nothing_else_tells_that_the_text_is_wrapped() -> None:
    written = "The ship with the crates had left the port on Friday for North\nKorea and will be back soon."
    assert len(told(written)) == 1


def test_lines_that_were_evened_out_are_joined_too() -> None:
    # As GNU fmt 9.4 breaks them, which does not fill each line as far as it could.
    written = dedent("""\
        The ferry line said on Monday that more than 12,000 people had left
        Odesa for Constanța since May, and that the ships would sail on.  The
        harbour master in New York had doubted the count.""")
    assert len(lines_of(written)) == 1


def test_a_line_a_clause_is_joined() -> None:
    written = dedent("""\
        The ferry line said on Monday in its yearly report
        that more than 12,000 people had left Odesa for
        Constanța since May,
        and that the ships would sail on.""")
    assert len(told(written)) == 1


def test_paragraphs_without_a_blank_line_end_with_a_short_line() -> None:
    written = "Ships\n" + fill("The quay was closed. " + FERRY, 72) + "\n" + fill(GERMAN, 72)
    assert lines_of(written) == ["Ships", "The quay was closed. " + FERRY, GERMAN]


@pytest.mark.parametrize(
    "text",
    [
        "Floods in Poland\nThe Oder broke its banks near Opole on Sunday night and took two bridges with it.",
        f"{FERRY}\n{GERMAN}\n{FERRY}",
        "Ferries\nBy Ana Ruiz\nODESA, Ukraine\nThe harbour was closed on Monday because of storms.",
        "Port of Odesa\n12 Lanzheron Street\n65026 Odesa\nUkraine",
        "Region   Bridges   Dead\nOpole    12        3\nLower    9         1",
        "The sea was grey and wide that day,\nThe gulls cried out above the bay,\nAnd not a ship would stay.",
        "Two ports were hit:\n\n- Odesa on Monday, where a crane fell into the water\n- Izmail on Tuesday",
        "Two ports were hit:\n1. Odesa on Monday\n2. Izmail on Tuesday",
        "region,ships\nOdesa,12\nIzmail,9",
        "```\nthe first line of some code that might as well be prose and goes on\nwith small letters\n```",
    ],
    ids=[
        "heading",
        "line a paragraph",
        "byline",
        "address",
        "columns",
        "verse",
        "list",
        "numbers",
        "csv",
        "code",
    ],
)
def test_lines_that_are_each_their_own_stay_apart(text: str) -> None:
    assert unfolded(text).text == text


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_hard_break_of_markdown_ends_a_line_of_wrapped_text(end: str) -> None:
    written = fill(FERRY, 60).split("\n")
    written[1] += end
    assert len(lines_of("\n".join(written))) == 2


@pytest.mark.parametrize(
    "between",
    ["## The yard", "---", "| a | b |", "> What the master said of it in the end was that", "1. The first"],
)
def test_what_commonmark_ends_a_paragraph_with_ends_it(between: str) -> None:
    assert lines_of(f"{fill(FERRY, 60)}\n{between}\n") == [FERRY, between]


def test_a_number_that_comes_to_stand_ahead_begins_no_list() -> None:
    written = (
        "The first of the ships sank on a Monday in the rain-swept month of May\n"
        "2024. The master of the harbour was asked for the lists that had been\n"
        "made of those on board."
    )
    assert len(told(written)) == 2


def test_half_a_word_is_joined_to_its_other_half_and_a_suspended_one_is_not() -> None:
    written = (
        "The ministry said in its report of Monday that the yard near Ust-\n"
        "Luga, which does not belong to those which are said to be state-\n"
        "owned at the end of the year, had built a small number of short-\n"
        "and long-range boats."
    )
    read = unfolded(written).text
    assert "near Ust-Luga," in read
    assert "state-owned" in read
    assert "short- and long-range boats" in read


@given(st.text(alphabet="aB -1.>\n\t\\|#“”한") | st.text())
def test_nothing_but_white_space_and_marks_of_quotes_is_changed(text: str) -> None:
    fold = unfolded(text)
    assert sorted(fold.text.replace(">", "").split()) or not text.replace(">", "").split()
    assert "".join(fold.text.replace(">", "").split()) == "".join(text.replace(">", "").split())


@given(st.integers(50, 100), st.data())
def test_offsets_lead_to_the_same_words_in_both_texts(width: int, data: st.DataObject) -> None:
    written = fill(FERRY, width, subsequent_indent=" ")
    fold = unfolded(written)
    start = data.draw(st.integers(0, len(fold.text) - 1))
    end = data.draw(st.integers(start, len(fold.text)))
    words = written[slice(*fold.as_written((start, end)))]
    assert "".join(words.split()) == "".join(fold.text[start:end].split())
    there = data.draw(st.integers(0, len(written) - 1))
    begin, stop = fold.here((there, len(written)))
    assert "".join(fold.text[begin:stop].split()) == "".join(written[there:].split())


@pytest.mark.parametrize("row", ["Odesa\t12\t3", "Odesa      12", "Odesa | 12 | 3"])
def test_a_row_of_a_table_within_wrapped_text_stands_alone(row: str) -> None:
    assert lines_of(f"{fill(FERRY, 60)}\n{row}\n{fill(GERMAN, 60)}") == [FERRY, row, GERMAN]
