"""Leaflet from the package XStatic-Leaflet, as text for a page: checked, with no files beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geobrief.errors import PageError
from geobrief.render.slim import slim_style

__all__ = ["Leaflet", "default_icon_script", "read_leaflet"]

DIGESTS = {
    "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
    "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
}
"""SHA-256 of Leaflet 1.9.3's files in XStatic-Leaflet 1.9.3.0; byte for byte those on npm."""

_IMAGE = re.compile(r"url\(images/([\w.-]+)\)")
_SOURCE_MAP = re.compile(r"\s*//# sourceMappingURL=\S+\s*$")


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Leaflet's script and style sheet; the images that the sheet names are in it as `data:` addresses."""

    script: str
    style: str
    plain_style: str
    """The sheet without its images, which only layers that others add would show."""


@cache
def read_leaflet(folder: Path | None = None) -> Leaflet:
    """Reads Leaflet from `folder` (by default the installed package's).

    Raises:
        PageError: A file is missing or is not the one that this page was made and checked with.
    """
    folder = folder or _installed()
    script = _checked(folder, "leaflet.js").decode()
    style = _checked(folder, "leaflet.css").decode().replace("\r\n", "\n")
    return Leaflet(
        # A browser's tools would ask for the source map beside the page.
        script=_SOURCE_MAP.sub("\n", script),
        plain_style=_IMAGE.sub("none", slim_style(style)),
        style=_IMAGE.sub(lambda image: f"url({_data_address(folder / 'images' / image[1])})", style),
    )


def default_icon_script() -> str:
    """A line of JavaScript that gives `L.marker` its default icon from the page, not from files beside it."""
    images = _installed() / "images"
    options = {
        option: _data_address(images / name)
        for option, name in (
            ("iconUrl", "marker-icon.png"),
            ("iconRetinaUrl", "marker-icon-2x.png"),
            ("shadowUrl", "marker-shadow.png"),
        )
    }
    return f'L.Icon.Default.imagePath = ""; L.Icon.Default.mergeOptions({json.dumps(options)});'


def _installed() -> Path:
    from xstatic.pkg import leaflet

    return Path(leaflet.BASE_DIR)


def _checked(folder: Path, name: str) -> bytes:
    again = "Install it again: pip install --force-reinstall XStatic-Leaflet==1.9.3.0"
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise PageError(
            f"Leaflet's {name} cannot be read from {folder}: {error.strerror}. {again}"
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != DIGESTS[name]:
        raise PageError(
            f"{folder / name} is not Leaflet 1.9.3: its SHA-256 is {digest}, not {DIGESTS[name]}. {again}"
        )
    return content


def _data_address(image: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(image.read_bytes()).decode()}"
