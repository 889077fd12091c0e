"""GeoNames dumps for tests, written in the format of GeoNames' readme, and where they are added."""

import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from geobrief.gazetteer.build import cache_folder, store_folder


def place_row(
    number: int,
    name: str,
    code: str = "P.PPL",
    *,
    lon: float = 30.9,
    lat: float = 52.3,
    country: str = "BY",
    region: str = "02",
    population: int = 0,
    alternates: Iterable[str] = (),
    ascii_name: str = "",
) -> str:
    """One row of allCountries.txt: 19 columns."""
    feature_class, _, feature = code.partition(".")
    columns = (
        *(
            number,
            name,
            ascii_name or name,
            ",".join(alternates),
            lat,
            lon,
            feature_class,
            feature,
            country,
            "",
        ),
        *(region, "", "", "", population, "", 140, "Europe/Minsk", "2024-05-01"),
    )
    return "\t".join(map(str, columns))


def name_row(place: int, name: str, language: str = "en", number: int = 1) -> str:
    """One row of alternateNamesV2.txt: 10 columns."""
    return "\t".join(map(str, (number, place, language, name, "", "", "", "", "", "")))


def write_dump(path: Path, rows: Iterable[str]) -> Path:
    """A zip file as GeoNames' server gives it, or plain text where the path says so."""
    content = "".join(f"{row}\n" for row in rows)
    if path.suffix != ".zip":
        path.write_text(content, encoding="utf-8")
        return path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme for GeoNames Gazetteer extract files\n")
        archive.writestr(f"{path.stem}.txt", content)
    return path


def cache_of_its_own(folder: Path) -> Path:
    """A cache folder with the real gazetteer, which must be built."""
    store = store_folder(cache_folder())
    shutil.copytree(store, folder / store.name, copy_function=_link)
    return folder


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
