import shutil
from pathlib import Path

import pytest
from xstatic.pkg import leaflet

from geobrief.errors import PageError
from geobrief.render.leaflet import default_icon_script, read_leaflet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(leaflet.BASE_DIR, tmp_path / "leaflet"))


def test_leaflet_comes_whole_and_without_files_beside_it() -> None:
    found = read_leaflet()
    assert "Leaflet 1.9.3" in found.script
    assert "images/" not in found.style
    assert found.style.count("url(data:image/png;base64,") == 3
    assert "sourceMappingURL" not in found.script


@pytest.mark.parametrize("name", ["leaflet.js", "leaflet.css"])
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(PageError, match=rf"{name} is not Leaflet 1\.9\.3.*pip install"):
        read_leaflet(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "leaflet.css").unlink()
    with pytest.raises(PageError, match=r"leaflet\.css cannot be read"):
        read_leaflet(folder)


def test_the_default_icon_is_in_the_script() -> None:
    assert default_icon_script().count("data:image/png;base64,") == 3
