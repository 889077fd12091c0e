"""What matplotlib's PDF lacks: language, title, author, and the picture tagged with its alternative text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geobrief.export.still.finish import Told

__all__ = ["finished"]


def finished(content: bytes, told: Told) -> bytes:
    """The PDF with all of that: one page, whose content is a `Figure` with an `Alt` (ISO 32000-1, 14.8)."""
    from pikepdf import Array, Dictionary, Name, Pdf, String

    with Pdf.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
        page.contents_add(b"EMC")
        page.obj.StructParents = 0
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        figure = document.make_indirect(
            Dictionary(
                Type=Name.StructElem, S=Name.Figure, P=root, Pg=page.obj, K=0, Alt=String(told.description)
            )
        )
        root.K = figure
        root.ParentTree = document.make_indirect(Dictionary(Nums=Array([0, Array([figure])])))
        root.ParentTreeNextKey = 1
        document.Root.StructTreeRoot = root
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.Lang = String(told.language)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
            metadata["dc:title"] = told.title
            metadata["dc:language"] = {told.language}
            metadata["dc:description"] = told.description
            if told.author:
                metadata["dc:creator"] = [told.author]
        result = io.BytesIO()
        document.save(result, deterministic_id=True)
    return result.getvalue()
