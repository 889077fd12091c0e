"""What Word's and PowerPoint's files have in common: packages of parts, their properties, their templates."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from geobrief.errors import ExportError
from geobrief.export.alternative import shortened
from geobrief.export.report.report import Report
from geobrief.export.zip_file import zipped

__all__ = ["LANGUAGE_TAGS", "Properties", "fill_properties", "opened_template", "packed_alike"]

LANGUAGE_TAGS: Final = {
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "uk": "uk-UA",
    "ru": "ru-RU",
    "ar": "ar-SA",
    "ko": "ko-KR",
}
"""Office asks for a region too: spelling is checked by it."""
_AS_TEMPLATE: Final = {
    b"wordprocessingml.template.main+xml": b"wordprocessingml.document.main+xml",
    b"presentationml.template.main+xml": b"presentationml.presentation.main+xml",
}
"""What a .dotx and a .potx say they are, and what a document made from one says."""
_TYPES, _RELATIONS, _THUMBNAIL = "[Content_Types].xml", "_rels/.rels", "/metadata/thumbnail"
_FIRST_DAY: Final = datetime(1980, 1, 1)
"""What a document is dated whose articles are not, as the parts of its archive are. UTC, as all dates of both
libraries, which want them without their zone."""
_LIBRARIES: Final = ("", "python-docx", "Steve Canny")
"""Whom the libraries' own templates name as author."""
_LONGEST = 255
"""Characters of a property, in both libraries."""
_FIRST_YEAR = 1000
"""Of those that dates are written of in four digits."""


class Properties(Protocol):
    """A document's core properties, as python-docx and python-pptx have them."""

    title: str
    author: str
    language: str
    comments: str
    last_modified_by: str
    revision: int
    created: datetime
    modified: datetime


def opened_template(path: Path, kind: str) -> BytesIO:
    """A user's template as a document, also where it was saved as a `.dotx` or `.potx`.

    Args:
        path: The file.
        kind: What the library asks it to be, as `Word`.

    Raises:
        ExportError: It is no such file.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        types = parts[_TYPES]
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise ExportError(f"{path} cannot be opened as a template: it is no {kind} file.") from error
    for template, document in _AS_TEMPLATE.items():
        types = types.replace(template, document)
    return BytesIO(zipped({**parts, _TYPES: types}))


def packed_alike(package: bytes) -> bytes:
    """The package without the time at which its parts were written, and without a picture of another one."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(package)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    relations = etree.fromstring(parts[_RELATIONS])
    for relation in list(relations):
        if relation.get("Type", "").endswith(_THUMBNAIL):
            parts.pop(relation.get("Target", "").lstrip("/"), None)
            relations.remove(relation)
    parts[_RELATIONS] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(parts)


def fill_properties(properties: Properties, report: Report) -> None:
    """Title, language and author, which a template's own goes before, and the day of the newest article.

    A document does not say when it was made, for the same input is to give the same bytes.
    """
    properties.title = shortened(report.title, _LONGEST)
    properties.author = properties.author if properties.author not in _LIBRARIES else "geobrief"
    properties.language = LANGUAGE_TAGS[report.language]
    properties.comments = shortened(report.subtitle, _LONGEST)
    properties.last_modified_by = "geobrief"
    properties.revision = 1
    properties.created = properties.modified = _day(report.published)


def _day(iso: str) -> datetime:
    """A day, if it is one."""
    try:
        day = datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return _FIRST_DAY
    return day if day.year >= _FIRST_YEAR else _FIRST_DAY
