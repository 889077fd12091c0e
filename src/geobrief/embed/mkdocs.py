"""MkDocs: `plugins: [geobrief]`, then a fenced block ```` ```geobrief FOLDER ```` in any page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from geobrief.embed.fences import replace_fences
from geobrief.embed.shelf import FOLDER, Shelf
from geobrief.embed.wish import Wish, find_brief
from geobrief.errors import PageError

__all__ = ["GeobriefPlugin"]


class GeobriefConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs' own
    """What `mkdocs.yml` may say."""

    root = config_options.Type(str, default="")
    """The folder that relative paths of briefs may not leave, from `docs_dir`; by default that itself."""


class GeobriefPlugin(BasePlugin[GeobriefConfig]):  # type: ignore[no-untyped-call]  # mkdocs' own
    """Puts the pages of briefs beside the site's and frames them."""

    def __init__(self) -> None:
        self.briefs: set[Path] = set()
        self.shelf = Shelf(Path(), Path())

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begins each build with an empty shelf."""
        self.shelf = Shelf(Path(config.site_dir) / FOLDER, Path(config.docs_dir))
        return config

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """The page's Markdown with its maps.

        Raises:
            PluginError: A fence asks for what there is not; with file and line.
        """
        root = Path(config.docs_dir) / self.config.root
        beside = Path(config.docs_dir, page.file.src_uri).parent
        address = get_relative_url(FOLDER, page.url)

        def make(wish: Wish) -> str:
            folder = find_brief(wish, beside, root)
            self.briefs.add(folder)
            return self.shelf.embedding(folder, wish, address)

        try:
            return replace_fences(markdown, make)
        except PageError as error:
            line, _colon, told = str(error).partition(": ")
            above = page.file.content_string.count("\n") - markdown.count("\n")
            raise PluginError(f"{page.file.src_uri}:{int(line) + above}: {told}") from error

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Has the site built anew when a brief changes."""
        for folder in sorted(self.briefs):
            server.watch(str(folder))
        return server
