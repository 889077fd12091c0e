"""What Word's and PowerPoint's files have in common: packages of parts, their properties, their templates."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from geobrief.errors import ExportError
from geobrief.export.report.report import Report

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
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP archive can hold. Every part has it: same input, same bytes."""


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
    return BytesIO(_zipped({**parts, _TYPES: types}))


def packed_alike(package: bytes) -> bytes:
    """The package without the time at which its parts were written, and without a picture of another one."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(package)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    relations = etree.fromstring(parts[_RELATIONS])
    for relation in relations:
        if relation.get("Type", "").endswith(_THUMBNAIL):
            parts.pop(relation.get("Target", "").lstrip("/"), None)
            relations.remove(relation)
    parts[_RELATIONS] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zipped(parts)


def fill_properties(properties: Properties, report: Report) -> None:
    """Title, language and author, which a template's own goes before, and the day of the newest article.

    Without a day the document has the first that a ZIP archive can hold: it must not say when it was made,
    for the same input is to give the same bytes.
    """
    properties.title = report.title
    properties.author = properties.author if properties.author not in _LIBRARIES else "geobrief"
    properties.language = LANGUAGE_TAGS[report.language]
    properties.comments = report.subtitle
    properties.last_modified_by = "geobrief"
    properties.revision = 1
    properties.created = properties.modified = _day(report.published)


_LIBRARIES: Final = ("", "python-docx", "Steve Canny")
"""Whom the libraries' own templates name as author."""


def _day(iso: str) -> datetime:
    """The day in UTC, without its zone, as both libraries want it."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return datetime(*_FIRST_DAY, tzinfo=UTC).replace(tzinfo=None)


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(entry, content)
    return target.getvalue()
