"""A cache folder of a test's own, which holds the real gazetteer."""

from pathlib import Path

import pytest

from gazetteer.dump_files import cache_of_its_own
from geobrief.gazetteer import Gazetteer


@pytest.fixture
def cache(tmp_path: Path, gazetteer: Gazetteer) -> Path:
    assert gazetteer
    return cache_of_its_own(tmp_path / "cache")
