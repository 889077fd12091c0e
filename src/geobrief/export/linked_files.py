"""The two files of linked data: JSON-LD on one line, as indenting takes longer than all the rest."""

from __future__ import annotations

from geobrief.export.json_lines import json_file
from geobrief.export.options import Options
from geobrief.model import Brief

__all__ = ["annotations_file", "claims_file"]


def annotations_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief as Web Annotations.

    Raises:
        ExportError: The brief holds a number that JSON lacks.
    """
    from geobrief.linked.annotations import to_annotations

    return json_file(to_annotations(brief))


def claims_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief in schema.org's terms.

    Raises:
        ExportError: The brief holds a number that JSON lacks, or a geometry that is none.
    """
    from geobrief.linked.schema_org import to_claims_jsonld

    return json_file(to_claims_jsonld(brief))
