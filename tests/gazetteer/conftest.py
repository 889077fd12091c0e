"""A cache folder of a test's own, which holds the real gazetteer."""

from pathlib import Path

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.build import cache_folder, store_folder


@pytest.fixture
def cache(tmp_path: Path, gazetteer: Gazetteer) -> Path:
    assert gazetteer
    folder = tmp_path / "cache"
    folder.mkdir()
    store = store_folder(cache_folder())
    (folder / store.name).symlink_to(store, target_is_directory=True)
    return folder
