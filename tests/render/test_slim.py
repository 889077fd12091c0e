from importlib.resources import files

import pytest

STATIC = files("geobrief.render") / "static"
SCRIPTS = sorted(file.name for file in STATIC.iterdir() if file.name.endswith(".js"))
STYLES = sorted(file.name for file in STATIC.iterdir() if file.name.endswith(".css"))


def text_of(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_keep_to_the_habits_that_make_them_safe_to_slim(name: str) -> None:
    for line in text_of(name).splitlines():
        assert line.count("`") % 2 == 0, f"a template runs over the end of {line!r}"
        assert not line.endswith("\\"), line
        assert "/*" not in line.replace("/*\\", "")


@pytest.mark.parametrize("name", STYLES)
def test_no_string_of_a_style_sheet_holds_what_looks_like_a_comment(name: str) -> None:
    for part in text_of(name).split('"')[1::2]:
        assert "*" not in part
        assert "\n" not in part
