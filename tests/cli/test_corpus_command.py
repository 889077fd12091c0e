"""`geobrief corpus`, as a user calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpora.collection import ARTICLES, csv_table, json_lines
from geobrief.cli import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["corpus", *map(str, arguments)])


def test_it_says_what_it_wrote_and_what_it_set_aside(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "news.jsonl")
    source.write_text(f"{source.read_text()}nonsense\n")
    result = run(source, "-o", tmp_path / "out", "--workers", 1)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"Wrote {tmp_path}/out: 3 articles (0 copies), 4 claims, 5 places, ")
    assert f"Set aside: 1; {tmp_path}/out/rejected.jsonl tells why." in result.stderr


def test_columns_are_options(tmp_path: Path) -> None:
    source = csv_table(
        tmp_path / "news.csv", [{"x": row["body"], "head": row["headline"]} for row in ARTICLES]
    )
    result = run(source, "-o", tmp_path / "out", "--text", "x", "--title", "head", "--workers", 1)
    assert result.exit_code == 0, result.output
    told = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert told["documents"] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "Error: There is nothing at nowhere."),
        (["--scheduler", "nonsense", "{source}"], "Error: There is no Dask scheduler at nonsense."),
        (["--workers", "1", "{source}"], "Error: The sources hold no document that can be read."),
    ],
)
def test_a_fault_is_one_line(arguments: list[str], told: str, tmp_path: Path) -> None:
    source = json_lines(tmp_path / "news.jsonl", [])
    result = run(*(each.format(source=source) for each in arguments), "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith(told)


def test_wrong_usage_exits_2(tmp_path: Path) -> None:
    assert run("-o", tmp_path / "out").exit_code == 2
    assert run("news", "-o", tmp_path / "out", "--workers", 0).exit_code == 2
