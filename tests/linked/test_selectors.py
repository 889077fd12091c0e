"""The selectors of a stretch of text lead back to it, whatever the text is written in."""

import unicodedata
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from geobrief.linked.selectors import LONGEST_CONTEXT, SelectableText

FAMILY = "👨‍👩‍👧"
letters = st.sampled_from(
    ["a", "b", " ", "\n", "é", "e\u0301", "𝔘", "🗺️", FAMILY, "אב", "क्षि", "\ud800", "\r"]
)
texts = st.one_of(st.lists(letters, max_size=60).map("".join), st.text(max_size=60))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def found_by_quote(text: str, selector: dict[str, Any]) -> list[int]:
    """Where a reader of a `TextQuoteSelector` finds it: each place where quote and context stand."""
    prefix, words = selector.get("prefix", ""), selector["exact"]
    whole = prefix + words + selector.get("suffix", "")
    return [at + len(prefix) for at in range(len(text)) if text.startswith(whole, at)]


@given(texts_with_spans())
@example((f"In {FAMILY} town. In {FAMILY} town.", 3, 8))
def test_selectors_find_their_text_again(drawn: tuple[str, int, int]) -> None:
    text, start, end = drawn
    quote, position = SelectableText(text).selectors((start, end))
    assert quote["exact"] == text[start:end] == text[position["start"] : position["end"]]
    assert found_by_quote(text, quote) == [start]


def test_positions_count_code_points() -> None:
    text = "🗺️ Wonsan 𝔘 e\u0301. Trains left."
    start = text.index("Trains")
    assert SelectableText(text).selectors((start, len(text)))[1] == {
        "type": "TextPositionSelector",
        "start": 16,
        "end": 28,
    }


def test_a_quote_alone_in_its_text_has_no_context() -> None:
    assert SelectableText("Oslo.").selectors((0, 5))[0] == {"type": "TextQuoteSelector", "exact": "Oslo."}


def test_the_context_grows_until_it_tells_two_sentences_apart() -> None:
    text = "First. " + "They left. " * 20 + "Last."
    middle = 7 + 11 * 10
    quote, _ = SelectableText(text).selectors((middle, middle + 10))
    assert found_by_quote(text, quote) == [middle]
    assert quote["prefix"].startswith("First. ") or quote["suffix"].endswith("Last.")


def test_the_context_stays_small_in_a_text_that_repeats_for_ever() -> None:
    text = "They left. " * 2000
    quote, position = SelectableText(text).selectors((11000, 11010))
    assert len(quote["prefix"]) <= LONGEST_CONTEXT
    assert text[position["start"] : position["end"]] == "They left."


@given(st.lists(st.sampled_from(["e\u0301", "क्षि", "🗺️", FAMILY]), min_size=40, max_size=60))
def test_the_context_parts_no_letter_from_its_marks(written: list[str]) -> None:
    text = "".join(written[:20]) + "|" + "".join(written[20:])
    at = text.index("|")
    quote, _ = SelectableText(text).selectors((at, at + 1))
    for part in (quote["prefix"], text[at + 1 + len(quote["suffix"]) :]):
        assert not part or not unicodedata.category(part[0]).startswith("M")
        assert not part.startswith("\u200d")
    for part in (text[: at - len(quote["prefix"])], quote["suffix"]):
        assert not part.endswith("\u200d")


def test_looking_for_copies_takes_no_quadratic_time() -> None:
    def characters_searched(count: int) -> int:
        text = Counted(" ".join(f"Town {number} took in {number} people." for number in range(count)))
        looked_through = SelectableText(text)
        at = 0
        for number in range(count):
            end = at + len(f"Town {number} took in {number} people.")
            looked_through.selectors((at, end))
            at = end + 1
        return text.searched

    assert characters_searched(800) <= 2.5 * characters_searched(400)


class Counted(str):
    """Text that counts how many of its characters were at most looked at in searching."""

    __slots__ = ("searched",)

    def __init__(self, _text: str) -> None:
        self.searched = 0

    def find(self, *arguments: Any) -> int:
        self.searched += len(self)
        return super().find(*arguments)
