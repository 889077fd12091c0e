"""What matplotlib's PDF lacks: language, title, author, and tags for those who hear it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geobrief.export.still.letters import clean

if TYPE_CHECKING:
    from pikepdf import Pdf

    from geobrief.export.still.canvas import Tag
    from geobrief.export.still.finish import Told

__all__ = ["finished"]

PRODUCER = "geobrief, matplotlib, pikepdf"


def finished(content: bytes, told: Told, tags: Sequence[Tag]) -> bytes:
    """The PDF with all of that (ISO 32000-1, 14.7 to 14.9).

    Args:
        content: One page, its parts marked with their numbers, the first one ending an artifact.
        told: What the file says about itself.
        tags: The parts.
    """
    from pikepdf import Dictionary, Name, Pdf, String

    with Pdf.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        page.contents_add(b"/Artifact BMC\n" if tags else b"", prepend=True)
        document.Root.StructTreeRoot = _structure(document, page.obj, tags)
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.Lang = String(told.language)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        page.obj.StructParents = 0
        page.obj.Tabs = Name.S
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
            metadata["dc:title"] = told.title
            metadata["dc:language"] = {told.language}
            metadata["dc:description"] = told.description
            metadata["dc:creator"] = [told.author]
            metadata["pdf:Producer"] = PRODUCER
        result = io.BytesIO()
        document.save(result, deterministic_id=True)
    return result.getvalue()


def _structure(document: Pdf, page: Any, tags: Sequence[Tag]) -> Any:
    """The tree of parts, in the order in which they are to be read."""
    from pikepdf import Array, Dictionary, Name, String

    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    parts = []
    for number, tag in enumerate(tags):
        part = Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=whole, Pg=page, K=number)
        part[Name.Alt if tag.kind == "Figure" else Name.ActualText] = String(clean(tag.text))
        parts.append(document.make_indirect(part))
    whole.K = Array(parts)
    root.K = whole
    root.ParentTree = document.make_indirect(Dictionary(Nums=Array([0, Array(parts)])))
    root.ParentTreeNextKey = 1
    return root
