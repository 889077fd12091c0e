"""Markdown, HTML and LaTeX as other parsers read them: all that the brief says, and no more than that."""

import re
import subprocess
from pathlib import Path
from shutil import which

import pytest
from lxml import html
from markdown_it import MarkdownIt
from pylatexenc.latexwalker import LatexWalker

from export.report.report_values import ALTERNATIVE, HOSTILE, hostile_brief, long_brief, png, reported
from geobrief.export.options import Options
from geobrief.export.picture import picture
from geobrief.export.report.report import Report
from geobrief.export.report.text import one_line
from geobrief.export.report.text_files import data_address, html_text, latex_text, markdown_text
from geobrief.model import Brief
from linked.values import BRIEF

GITHUB = MarkdownIt("gfm-like", {"linkify": True})
PICTURE = data_address(png(), "image/png")


def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(html_text(report, PICTURE, (60, 40), None))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_html_holds_every_claim_and_source_as_text() -> None:
    report = reported(hostile_brief())
    found = page(report)
    assert [cell.xpath("string(span)") for cell in found.iterfind(".//td[@class='quote']")] == [
        one_line(quote) for quote in HOSTILE
    ]
    assert found.find(".//img").get("alt") == ALTERNATIVE
    assert found.xpath("string(//h1)") == one_line(HOSTILE[0])
    for source in report.tables.sources:
        assert source.full in found.xpath("string(//ol)")


def test_html_runs_nothing_and_asks_for_nothing() -> None:
    found = page(reported(hostile_brief()))
    assert not found.xpath("//script | //iframe | //*[@*[starts-with(name(), 'on')]]")
    assert found.xpath("//@src") == [PICTURE]
    links = [link for link in found.xpath("//@href") if not link.startswith("#")]
    assert {link.partition(":")[0] for link in links} == {"https"}
    assert "default-src 'none'" in found.xpath("//meta[@http-equiv]/@content")[0]


def test_html_has_heads_that_a_screen_reader_reads_and_links_that_lead_somewhere() -> None:
    found = page(reported(BRIEF))
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.xpath("//@href") if link.startswith("#")} <= set(ids)
    assert all(cell.get("scope") for cell in found.iterfind(".//th"))
    assert found.get("lang") == "en"


def test_html_runs_from_right_to_left_in_arabic() -> None:
    found = page(reported(BRIEF, "ar"))
    assert (found.get("lang"), found.get("dir")) == ("ar", "rtl")
    assert found.find(".//td[@class='quote']/span").get("dir") == "auto"


def test_markdown_has_a_row_for_every_claim() -> None:
    tokens = GITHUB.parse(markdown_text(reported(hostile_brief()), "map.png", None))
    rows, row = [], [""]
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        if token.type == "td_open":
            row.append("".join(child.content for child in tokens[at + 1].children or []))
        if token.type == "tr_close" and row:
            rows.append(row)
    claims = rows[: len(HOSTILE)]
    assert {len(cells) for cells in claims} == {8}
    for cells, quote in zip(claims, HOSTILE, strict=True):
        assert cells[2].startswith(one_line(quote))


def test_markdown_has_no_html_and_no_picture_but_the_map() -> None:
    tokens = GITHUB.parse(markdown_text(reported(hostile_brief()), "map.png", None))
    inline = [child for token in tokens for child in token.children or []]
    assert not [token for token in [*tokens, *inline] if "html" in token.type]
    (image,) = [token for token in inline if token.type == "image"]
    assert (image.attrs["src"], image.content) != ("", "")
    assert "".join(child.content for child in image.children or []) == ALTERNATIVE
    hosts = {str(token.attrs["href"]).split("/")[2] for token in inline if token.type == "link_open"}
    assert hosts == {"example.org", "www.naturalearthdata.com"}


def test_latex_reads_no_file_and_closes_what_it_opens() -> None:
    text = latex_text(reported(hostile_brief()), "map.pdf", None)
    nodes = LatexWalker(text, tolerant_parsing=False).get_latex_nodes()[0]
    assert nodes
    assert r"\input" not in text
    assert r"\write" not in text
    assert text.count(r"\includegraphics") == 1
    assert text.count(r"\hypertarget{claim-") == len(HOSTILE)


@pytest.mark.skipif(not which("xelatex"), reason="no XeLaTeX here")
@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Ships left Київ", None),
        ("قافلة إلى دمشق", "! Run lualatex: XeLaTeX sets no words from right to left."),
        ("\u10a0", "! Missing character: There is no \u10a0"),
    ],
)
def test_xelatex_stops_at_what_it_cannot_set(tmp_path: Path, title: str, told: str | None) -> None:
    brief = Brief(title=title)
    (tmp_path / "map.pdf").write_bytes(picture(brief, Options(), format="pdf", key=False))
    (tmp_path / "report.tex").write_text(latex_text(reported(brief), "map.pdf", None), encoding="utf-8")
    command = ("xelatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (told is None)
    assert (told or "") in done.stdout


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "uk", "ru", "ar", "ko"])
def test_every_language_has_its_words(language: str) -> None:
    report = reported(BRIEF, language)
    for text in (
        html_text(report, PICTURE, (60, 40), None),
        markdown_text(report, "map.png", None),
        latex_text(report, "map.pdf", None),
    ):
        assert report.words["claims"] in text.replace("\\", "")


def test_hundreds_of_claims_are_all_told() -> None:
    report = reported(long_brief(500))
    for text in (
        html_text(report, PICTURE, (60, 40), None),
        markdown_text(report, "map.png", None),
        latex_text(report, "map.pdf", None),
    ):
        told = {int(number) for number in re.findall(r"Claim number (\d+) says", text)}
        assert told == set(range(500))
        assert text.count("https://example.org/") >= 5


def test_the_same_report_gives_the_same_text() -> None:
    for write in (markdown_text, latex_text):
        assert write(reported(BRIEF), "map", None) == write(reported(BRIEF), "map", None)
