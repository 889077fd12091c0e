"""What is escaped reads as what it was, and as nothing else, to parsers that others wrote."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexMacroNode, LatexWalker

from export.report.report_values import HOSTILE
from geobrief.export.report.escapes import latex, latex_address, markdown, markdown_address
from geobrief.export.report.text import one_line

SPECIAL = st.text(st.sampled_from(list("\\`*_{}[]()#+-.!|<>&~^$%=:;'\"/@ \n\t1aхم—“")), max_size=30)
TEXTS = st.one_of(st.sampled_from(HOSTILE), SPECIAL, st.text(max_size=30)).map(one_line)
ALLOWED = {
    *("textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar"),
    *("textquotedbl", "textquotesingle", "textasciigrave", "textemdash", "textminus", "mbox"),
    *("{", "}", "$", "&", "#", "%", "_", ",", "-"),
}
PRINTED = {
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textasciigrave": "`",
    "textemdash": "—",
    "textminus": "−",
}
"""Commands of LaTeX that pylatexenc does not know, or takes for accents that stand alone."""
KNOWN = get_default_latex_context_db()
KNOWN.add_context_category(
    "kernel", macros=[MacroTextSpec(name, sign) for name, sign in PRINTED.items()], prepend=True
)
READER = LatexNodes2Text(latex_context=KNOWN, strict_latex_spaces=True)
GITHUB = MarkdownIt("gfm-like", {"linkify": True})


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def shown(tokens: list[Token]) -> str:
    return "".join(token.content for token in inline(tokens))


@given(TEXTS)
@example("+1")
@example("1)")
@example("www.evil.example and a@evil.example and https://evil.example")
def test_markdown_shows_just_the_characters(text: str) -> None:
    tokens = GITHUB.parse(f"before {markdown(text)} after")
    assert {token.type for token in inline(tokens)} <= {"text", "text_special"}
    assert shown(tokens) == f"before {text} after"


@given(TEXTS.filter(bool))
def test_markdown_at_the_beginning_of_a_line_begins_nothing(text: str) -> None:
    tokens = GITHUB.parse(markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens).strip() == text.strip()


@given(TEXTS, TEXTS)
def test_a_cell_stays_one_cell(one: str, other: str) -> None:
    tokens = GITHUB.parse(f"| a | b |\n| --- | --- |\n| {markdown(one)} | {markdown(other)} |\n")
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert ["".join(child.content for child in cell.children or []).strip() for cell in cells] == [
        one.strip(),
        other.strip(),
    ]


@given(st.text(max_size=30).map(one_line))
def test_a_markdown_address_is_one_address(path: str) -> None:
    url = f"https://example.org/{path}?a=1&copy;"
    tokens = GITHUB.parse(f"[text]({markdown_address(url)})")
    (link,) = [token for token in inline(tokens) if token.type == "link_open"]
    assert unquote(str(link.attrs["href"])) == unquote(url)


def macros(text: str) -> set[str]:
    found: set[str] = set()

    def walk(nodes: object) -> None:
        for node in nodes or []:
            if isinstance(node, LatexMacroNode):
                found.add(node.macroname)
                walk(node.nodeargd.argnlist if node.nodeargd else [])
            walk(getattr(node, "nodelist", None))

    walk(LatexWalker(text).get_latex_nodes()[0])
    return found


@given(TEXTS)
def test_latex_runs_nothing(text: str) -> None:
    assert macros(latex(text)) <= ALLOWED


@given(TEXTS)
def test_latex_shows_just_the_characters(text: str) -> None:
    back = READER.latex_to_text(latex(text))
    assert re.sub(r"\s", "", back) == re.sub(r"\s", "", seen(text))


def seen(text: str) -> str:
    """What of a text print shows: kinds of spaces and hyphens are told apart by no reader."""
    joiners, turns = [*range(0x200B, 0x2010), 0x2060], [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    unseen = dict.fromkeys([*joiners, *turns, 0xFEFF])
    return text.translate(unseen | {0x2010: "-", 0x2011: "-", 0x2032: "'", 0x2015: "—"})


@pytest.mark.parametrize("pair", ["--", "---", ",,", "?`", "!`", "<<", ">>", "''", "``"])
def test_latex_joins_no_characters_to_another(pair: str) -> None:
    assert pair not in latex(pair)


@given(st.text(max_size=30).map(one_line))
def test_a_latex_address_ends_no_argument(path: str) -> None:
    address = latex_address(f"https://example.org/{path}")
    assert not re.search(r"(?<!\\)[%#&{}$~^]|\\[^%#&]", address.replace("~", ""))
