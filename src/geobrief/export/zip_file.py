"""A ZIP archive of which the same members give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

__all__ = ["zipped"]

_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP archive can tell, in place of the time of writing."""


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of files by name, in their order."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)
    return archive.getvalue()
