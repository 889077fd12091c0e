"""The two files of linked data: JSON-LD on one line, as indenting takes longer than all the rest."""

from __future__ import annotations

import json
from typing import Any

from geobrief.brief.json_text import escaped
from geobrief.errors import ExportError
from geobrief.export.options import Options
from geobrief.model import Brief

__all__ = ["annotations_file", "claims_file"]


def annotations_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief as Web Annotations.

    Raises:
        ExportError: The brief holds a number that JSON lacks.
    """
    from geobrief.linked.annotations import to_annotations

    return _json(to_annotations(brief))


def claims_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief in schema.org's terms.

    Raises:
        ExportError: The brief holds a number that JSON lacks, or a geometry that is none.
    """
    from geobrief.linked.schema_org import to_claims_jsonld

    return _json(to_claims_jsonld(brief))


def _json(record: dict[str, Any]) -> bytes:
    try:
        text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise ExportError(
            "The brief holds a number that is infinite or none (NaN): put another in its place."
        ) from error
    return f"{escaped(text)}\n".encode()
