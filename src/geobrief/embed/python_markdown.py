"""Python-Markdown: `Markdown(extensions=[GeobriefExtension(pages="site/maps", address="maps")])`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from geobrief.embed.fences import replace_fences
from geobrief.embed.shelf import FOLDER, Shelf
from geobrief.embed.wish import Wish, find_brief

__all__ = ["GeobriefExtension", "makeExtension"]

BEFORE_FENCED_CODE = 26
"""Python-Markdown's own fences have the priority 25."""


class GeobriefExtension(Extension):
    """Fenced blocks ```` ```geobrief FOLDER ```` become maps."""

    def __init__(self, **given: Any) -> None:
        self.config = {
            "base": [".", "Folder from which briefs are named, and which relative paths may not leave"],
            "pages": [FOLDER, "Folder into which the pages of the briefs are written"],
            "address": [FOLDER, "Of that folder, as seen from the document"],
        }
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Called by Python-Markdown."""
        md.preprocessors.register(GeobriefPreprocessor(md, self.getConfigs()), "geobrief", BEFORE_FENCED_CODE)


class GeobriefPreprocessor(Preprocessor):
    """Replaces the fences before any other sees them."""

    def __init__(self, md: Markdown, options: dict[str, Any]) -> None:
        super().__init__(md)
        self.base, self.address = Path(options["base"]), str(options["address"])
        self.shelf = Shelf(Path(options["pages"]), self.base)

    def run(self, lines: list[str]) -> list[str]:
        """The lines with their maps.

        Raises:
            PageError: A fence asks for what there is not; the message begins with its line.
        """
        return replace_fences("\n".join(lines), self._made).split("\n")

    def _made(self, wish: Wish) -> str:
        folder = find_brief(wish, self.base, self.base)
        return self.md.htmlStash.store(self.shelf.embedding(folder, wish, self.address))


def makeExtension(**given: Any) -> GeobriefExtension:  # noqa: N802 - Python-Markdown's name
    """Called by Python-Markdown for the extension's name `geobrief`."""
    return GeobriefExtension(**given)
