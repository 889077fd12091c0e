"""`geobrief embed`: the snippet of a page."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geobrief.cli import main
from geobrief.model import Brief, Claim, Place
from geobrief.render import render_page


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["embed", *(str(argument) for argument in arguments)])


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    claims = tuple(Claim(f"c{n}", "", f"Ships left Vell, {n}.", ("vell",)) for n in range(1, 8))
    brief = Brief(places=(Place("vell", "Vell", "city", 10, 50),), claims=claims, title="Ships & boats")
    path = Path("maps") / "two ships.html"
    path.parent.mkdir()
    path.write_text(render_page(brief, language="de"), encoding="utf-8")
    return path


def test_the_snippet_takes_title_and_language_from_the_page(page: Path) -> None:
    result = run(page, "--claim", "c3")
    assert result.exit_code == 0, result.output
    assert 'title="Ships &amp; boats"' in result.stdout
    assert 'src="maps/two%20ships.html?embed#claim=c3"' in result.stdout
    assert ">Ganze Karte öffnen: Ships &amp; boats<" in result.stdout


def test_a_page_from_elsewhere_goes_by_its_name(page: Path) -> None:
    assert 'src="two%20ships.html?embed"' in run(page.resolve()).stdout
    assert 'src="https://example.org/m?embed"' in run(page, "--src", "https://example.org/m").stdout


def test_an_inlined_page_needs_no_file_and_says_what_it_weighs(page: Path) -> None:
    result = run(page, "--inline")
    assert "srcdoc=" in result.stdout
    assert " src=" not in result.stdout
    size = len(result.stdout.encode()) // 1000
    assert result.stderr == f"It holds {size} kB; without --inline the page is loaded when it is seen.\n"


def test_the_policy_is_printed_in_stead_of_the_snippet(page: Path) -> None:
    assert run(page, "--csp").stdout.startswith("frame-src 'self';\nscript-src 'sha256-")
    assert run(page, "--csp", "--inline").stdout.startswith("script-src 'sha256-")


@pytest.mark.parametrize("more", [[], ["--csp"]])
def test_an_address_that_runs_a_script_is_refused_in_one_line(page: Path, more: list[str]) -> None:
    result = run(page, "--src", "javascript:alert(1)", *more)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: A frame takes no javascript: address.")


def test_a_claim_that_is_not_there_is_told_with_those_that_are(page: Path) -> None:
    result = run(page, "--claim", "c99")
    assert result.exit_code == 1
    assert result.stderr == "Error: There is no claim 'c99'. There are: c1, c2, c3, c4, c5, ….\n"


def test_what_is_no_page_is_refused_in_one_line(tmp_path: Path) -> None:
    words = tmp_path / "words.html"
    words.write_text("<html><p>Words</p></html>")
    assert "holds no brief" in run(words).stderr
    assert "cannot be read" in run(tmp_path / "none.html").stderr
    assert run(words, "--inline", "--src", "x").exit_code == 2
