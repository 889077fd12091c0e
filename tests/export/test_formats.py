"""Which format a file's name means, and that what is written is whole."""

import json
from pathlib import Path

import pytest

import geobrief
from geobrief.errors import ExportError, GeobriefError
from geobrief.export import FORMATS, Format, Options, export, format_of, help_lines
from geobrief.model import Brief, Claim, Quantity
from linked.values import BRIEF


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.annotations.jsonld", "annotations"),
        ("A.Annotations.JSON", "annotations"),
        ("a.jsonld", "claims"),
        ("a.claims.json", "claims"),
        ("folder.annotations.jsonld/a.jsonld", "claims"),
    ],
)
def test_the_longest_extension_says_the_format(path: str, name: str) -> None:
    assert format_of(path).name == name


def test_a_format_that_is_named_needs_no_extension() -> None:
    assert format_of("a.json", "claims").name == "claims"
    assert format_of("-", "annotations").name == "annotations"


def test_an_unknown_extension_names_those_that_there_are() -> None:
    with pytest.raises(ExportError, match=r"a\.xyz has no extension .*There are: .*\.annotations\.jsonld, "):
        format_of("a.xyz")
    with pytest.raises(ExportError, match=r"no format 'xyz'. There are: .*annotations, claims"):
        format_of("a.jsonld", "xyz")


def test_a_slip_of_the_keyboard_is_told() -> None:
    with pytest.raises(ExportError, match=r"Did you mean \.jsonld\? There are: "):
        format_of("a.jsondl")


def test_the_help_has_a_line_for_each_format() -> None:
    lines = help_lines().splitlines()
    assert [line.split()[0] for line in lines] == [each.name for each in FORMATS]
    assert all(format_of(f"a{line.split()[1]}").name == line.split()[0] for line in lines)


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_every_format_is_told_of_in_the_docs(each: Format) -> None:
    docs = Path(__file__).parents[2] / "docs"
    told = "".join((docs / name).read_text(encoding="utf-8") for name in ("EXPORT.md", "REPORTS.md"))
    assert f"`{each.extensions[0]}`" in told or f"`{each.name}`" in told


def test_a_shared_extension_asks_for_the_format() -> None:
    with pytest.raises(ExportError, match="--format annotations or --format claims"):
        format_of("a.json")


def test_a_further_format_is_a_further_line() -> None:
    count = Format("count", "A number", (".txt",), lambda brief, _: str(len(brief.claims)).encode())
    assert format_of("a.txt", formats=(*FORMATS, count)).content(BRIEF, Options()) == b"2"


@pytest.mark.parametrize("name", ["a.jsonld", "a.annotations.jsonld"])
def test_the_same_brief_gives_the_same_bytes_and_they_are_json(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    geobrief.Brief(BRIEF).export(path)
    first = path.read_bytes()
    geobrief.Brief(BRIEF).export(path)
    assert path.read_bytes() == first
    assert json.loads(first)["@context"] in ("https://schema.org", "http://www.w3.org/ns/anno.jsonld")


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text("old", encoding="utf-8")
    endless = Claim("c", "", "…", quantities=(Quantity(float("inf"), "", ""),))
    with pytest.raises(GeobriefError):
        export(Brief(claims=(endless,)), path)
    assert path.read_text(encoding="utf-8") == "old"


def test_half_a_surrogate_pair_is_written_as_an_escape(tmp_path: Path) -> None:
    path = tmp_path / "a.annotations.jsonld"
    export(Brief(claims=(Claim("c\ud800", "", "half \ud800"),), title="\udfff"), path)
    assert json.loads(path.read_bytes())["label"] == "\udfff"
