"""`geobrief export`: from a folder, a page or a file of geodata to a file of data."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geobrief.cli import main
from geobrief.export import FORMATS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_folder_becomes_a_file(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "alabuga.annotations.jsonld"
    result = run("export", example, "-o", path)
    assert result.exit_code == 0, result.output
    assert result.output == f"Wrote {path}: 11 places, 18 claims.\n"
    assert json.loads(path.read_bytes())["total"] == 18


def test_a_page_gives_the_same_file_as_its_folder(example: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("build", example, "-o", page).exit_code == 0
    for source, name in ((example, "a.jsonld"), (page, "b.jsonld")):
        assert run("export", source, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.jsonld").read_bytes() == (tmp_path / "b.jsonld").read_bytes()


def test_geodata_alone_is_a_brief_too(tmp_path: Path) -> None:
    source = tmp_path / "wells.geojson"
    geometry = {"type": "Point", "coordinates": [30.5, 50.4]}
    properties = {"name": "Well", "description": "It is dry."}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    result = run("export", source, "-o", "-", "--format", "claims")
    assert result.exit_code == 0, result.output
    well = json.loads(result.stdout)["@graph"][0]
    assert (well["name"], well["geo"]["longitude"], well["geo"]["latitude"]) == ("Well", 30.5, 50.4)


def test_a_wrong_extension_is_told_before_anything_is_read(tmp_path: Path) -> None:
    result = run("export", tmp_path / "missing", "-o", tmp_path / "a.xyz")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert ".annotations.jsonld" in result.stderr
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_claims_that_were_chosen_are_counted(example: Path, tmp_path: Path) -> None:
    result = run("export", example, "-o", tmp_path / "a.jsonld", "--claims", "c1")
    assert result.exit_code == 0, result.output
    assert result.output.endswith(", 1 claim.\n")


def test_help_lists_every_format() -> None:
    output = run("export", "--help").output
    for each in FORMATS:
        assert f"{each.title}\n" in output


def test_help_shows_an_example() -> None:
    result = run("export", "--help")
    assert result.exit_code == 0
    assert "geobrief export data -o alabuga.annotations.jsonld" in result.output


def test_a_report_of_two_files_names_both(example: Path, tmp_path: Path) -> None:
    result = run("export", example, "-o", tmp_path / "a.md", "--dpi", "60")
    assert result.exit_code == 0, result.output
    assert result.output == f"Wrote {tmp_path / 'a.md'} and {tmp_path / 'a-map.png'}: 11 places, 18 claims.\n"


def test_no_file_that_is_read_is_replaced(example: Path, tmp_path: Path) -> None:
    page, template = tmp_path / "page.html", tmp_path / "own.html"
    assert run("build", example, "-o", page).exit_code == 0
    template.write_text("{{ title }}", encoding="utf-8")
    folder = tmp_path / "brief"
    shutil.copytree(example, folder)
    for arguments in (
        ("export", page, "-o", page),
        ("export", page, "-o", template, "--template", template),
        ("export", folder, "-o", folder / "articles" / "alabuga.md"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1, arguments
        assert "is the file that is read and would be replaced" in result.stderr


@pytest.mark.parametrize("file", ["a.pdf", "a.geojson"])
def test_a_format_that_takes_no_template_says_so(example: Path, tmp_path: Path, file: str) -> None:
    template = tmp_path / "own.html"
    template.write_text("{{ title }}", encoding="utf-8")
    result = run("export", example, "-o", tmp_path / file, "--template", template)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: The format {file[2:]} takes no template. Those that do: docx, pptx, html, markdown, latex.\n"
    )
    assert not (tmp_path / file).exists()


def test_a_broken_template_is_one_line(example: Path, tmp_path: Path) -> None:
    template = tmp_path / "own.html"
    template.write_text("<h1>{{ titel }}</h1>", encoding="utf-8")
    result = run("export", example, "-o", tmp_path / "a.html", "--template", template, "--dpi", "60")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {template}, line 1: 'titel' is undefined.")
    assert result.stderr.count("\n") == 1
