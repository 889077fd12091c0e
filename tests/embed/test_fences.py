"""Fences in Markdown: those that ask for a map are replaced, all else stays byte for byte."""

import pytest

from geobrief.embed.fences import replace_fences
from geobrief.embed.wish import Wish
from geobrief.errors import PageError


def made(wish: Wish) -> str:
    return f"<map {wish.brief}|{wish.claim}|{wish.height}>\n"


def test_a_fence_becomes_html() -> None:
    text = "Words\n\n```geobrief maps/my ships\nclaim: c3\n\nheight: 480\n```\nMore"
    assert replace_fences(text, made) == "Words\n\n\n<map maps/my ships|c3|480>\n\nMore"


@pytest.mark.parametrize(
    "text",
    [
        "No fence at all, but ```geobrief x``` in a line.",
        "```python\nprint(1)\n```",
        "````markdown\n```geobrief ships\n```\n````\n",
        "~~~text\n```geobrief ships\n```\n~~~",
        "```geobriefs ships\n```",
        "``geobrief ships\n``",
        "Write:\n\n    ```geobrief ships\n    ```\n",
        "Write:\n\n    # a file\n\n    ```geobrief ships\n    ```\n",
    ],
)
def test_what_does_not_ask_for_a_map_stays(text: str) -> None:
    assert replace_fences(text, made) == text


def test_a_fence_within_a_list_keeps_its_indent() -> None:
    assert replace_fences("- a\n\n    ~~~~ geobrief x\n    ~~~~\n", made) == "- a\n\n\n    <map x||0>\n\n"


@pytest.mark.parametrize(
    "above", ["12. a\nlazy line\n", '!!! note "A"\n', "Word\n:   told\n", "* a\n\n    - b\n"]
)
def test_a_fence_within_what_holds_blocks_is_one(above: str) -> None:
    text = f"{above}\n    ```geobrief x\n    ```\n"
    assert replace_fences(text, made) == f"{above}\n\n    <map x||0>\n\n"


def test_a_fence_that_does_not_end_goes_on_to_the_end() -> None:
    assert replace_fences("```geobrief x\nclaim: c1", made) == "\n<map x|c1|0>\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\nb\n```geobrief x\nclaim c3\n```", "^3: 'claim c3' is no option"),
        ("```geobrief\n```", "^1: No brief is named"),
        ("\n```geobrief x\ncolour: red\n```", "^2: There is no option 'colour'"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(PageError, match=told):
        replace_fences(text, made)
