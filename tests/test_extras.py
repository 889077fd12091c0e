"""The extras of the package: `all` brings each of them."""

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]


def test_the_extra_all_has_every_extra() -> None:
    extras = PROJECT["optional-dependencies"]
    (everything,) = extras["all"]
    named = re.fullmatch(rf"{PROJECT['name']}\[(.*)\]", everything)
    assert named
    assert set(named[1].split(",")) == set(extras) - {"all"}
