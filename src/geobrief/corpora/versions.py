"""By what a corpus was read: of which version the code, the gazetteer and the learned weights are."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Final

from geobrief.corpora.layout import SCHEMA_VERSION
from geobrief.gazetteer.build import cache_folder, store_folder
from geobrief.gazetteer.dumps.additions import current_index

__all__ = ["Versions", "versions_now"]

_WEIGHTS: Final = (
    ("geobrief.geoparse", "toponyms.crfsuite"),
    ("geobrief.geoparse", "ranker.json"),
    ("geobrief.claims", "attribution.crfsuite"),
)
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Versions:
    """What two parts of one dataset must share."""

    schema: int
    geobrief: str
    gazetteer: str
    """The digest of its sources, and of the dumps that were added to it where there are any."""
    weights: str
    """A digest of the learned models' files."""
    recognizer: str = ""
    geocoder: str = ""
    """As the options name them; empty for geobrief's own."""

    def as_dict(self) -> dict[str, str | int]:
        """The same for JSON, without what is empty."""
        return {key: value for key, value in asdict(self).items() if value}


def versions_now(recognizer: str = "", geocoder: str = "") -> Versions:
    """The versions of what is installed here.

    Raises:
        GazetteerError: The file that tells of added dumps is broken.
    """
    import geobrief

    root = cache_folder()
    gazetteer = store_folder(root).name.removeprefix("gazetteer-")
    index = current_index(root)
    return Versions(
        schema=SCHEMA_VERSION,
        geobrief=geobrief.__version__,
        gazetteer=gazetteer if index is None else f"{gazetteer}+{index.name}",
        weights=_weights(),
        recognizer=recognizer,
        geocoder=geocoder,
    )


def _weights() -> str:
    found = hashlib.sha256()
    for package, name in _WEIGHTS:
        found.update((files(package) / "models" / name).read_bytes())
    return found.hexdigest()[:_DIGITS]
