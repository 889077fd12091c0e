"""markdown-it-py: `MarkdownIt().use(geobrief_plugin, pages="site/maps", address="maps")`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from geobrief.embed.fences import NAME, fence_wish
from geobrief.embed.shelf import FOLDER, Shelf
from geobrief.embed.wish import find_brief
from geobrief.errors import GeobriefError, PageError

__all__ = ["geobrief_plugin"]


def geobrief_plugin(
    md: MarkdownIt, *, base: str | Path = ".", pages: str | Path = FOLDER, address: str = FOLDER
) -> None:
    """Has fenced blocks ```` ```geobrief FOLDER ```` rendered as maps.

    Args:
        md: The parser.
        base: The folder from which briefs are named, and which relative paths may not leave.
        pages: The folder into which the pages of the briefs are written.
        address: Of that folder, as seen from the document.

    Raises:
        PageError: When rendering: a fence asks for what there is not; the message begins with its line.
    """
    shelf = Shelf(Path(pages), Path(base))

    def fence(
        renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
    ) -> str:
        token = tokens[at]
        if token.info.split(None, 1)[:1] != [NAME]:
            return renderer.fence(tokens, at, options, env)
        try:
            wish = fence_wish(token.info.strip(), tuple(token.content.splitlines()))
            return shelf.embedding(find_brief(wish, Path(base), Path(base)), wish, address)
        except GeobriefError as error:
            raise PageError(f"{token.map[0] + 1 if token.map else 1}: {error}") from error

    md.add_render_rule("fence", fence)
