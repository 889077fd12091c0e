"""Sphinx: `extensions = ["geobrief.embed.sphinx"]`, then `.. geobrief:: FOLDER`.

HTML has the live page in a frame, LaTeX and EPUB a picture, plain text and manual pages the list of claims.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from geobrief import __version__
from geobrief.brief.read import read
from geobrief.embed.framed_page import check_claim
from geobrief.embed.shelf import FOLDER, Shelf, file_stem
from geobrief.embed.still import claim_lines, draw_still, title_of
from geobrief.embed.wish import OPTIONS, Wish, find_brief, read_wish
from geobrief.errors import ExportError, GeobriefError
from geobrief.export.picture import PictureFormat

__all__ = ["setup"]

logger = logging.getLogger(__name__)

PICTURES: tuple[tuple[str, PictureFormat], ...] = (("application/pdf", "pdf"), ("image/png", "png"))
"""What a builder may take, the finest first."""
SHELF = "_geobrief_shelf"


class GeobriefMap(nodes.General, nodes.Element):
    """A map in a document, until it is known what is built."""


class GeobriefDirective(SphinxDirective):
    """`.. geobrief:: FOLDER`, with the options of `wish.OPTIONS`."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """The map, checked; a fault ends the build.

        Raises:
            SphinxError: There is no such brief, it is broken, or an option is; with file and line.
        """
        source, line = self.get_source_info()
        try:
            wish = read_wish(self.arguments[0], self.options)
            beside = Path(self.env.doc2path(self.env.docname)).parent
            folder = find_brief(wish, beside, Path(self.env.srcdir) / self.config.geobrief_root)
            check_claim(read(folder)[0], wish.claim)
        except GeobriefError as error:
            raise SphinxError(f"{source}:{line}: {error}") from error
        for path in _files(folder):
            self.env.note_dependency(str(path))
        node = GeobriefMap(folder=str(folder), wish=asdict(wish))
        self.set_source_info(node)
        return [node]


class StillMaps(SphinxPostTransform):
    """Where no frame can be: a picture, or the claims as a list."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Replaces the maps of a document."""
        builder = self.app.builder
        if _is_live(builder):
            return
        for node in list(self.document.findall(GeobriefMap)):
            folder, wish = _asked(node)
            node.replace_self(self._picture(folder, wish, builder) or _list(folder, wish))

    def _picture(self, folder: Path, wish: Wish, builder: Builder) -> nodes.figure | None:
        types = set(builder.supported_image_types)
        fitting = [(mime, format_) for mime, format_ in PICTURES if mime in types]
        if not fitting:
            return None
        mime, format_ = fitting[0]
        name = file_stem(folder, Path(self.env.srcdir), wish.language)
        path = Path(self.env.doctreedir) / FOLDER / f"{name}.{format_}"
        try:
            still = draw_still(folder, wish, path, format_)
        except ExportError as error:
            logger.warning("The map is a list: %s", error, type="geobrief")
            return None
        self.env.images.add_file(self.env.docname, str(path))
        image = nodes.image(uri=str(path), alt=still.alt, candidates={mime: str(path)})
        figure = nodes.figure("", image, nodes.caption("", still.title))
        self.document.set_id(figure)
        return figure


def _list(folder: Path, wish: Wish) -> nodes.container:
    brief = read(folder)[0]
    items = [nodes.list_item("", nodes.paragraph("", line)) for line in claim_lines(brief, wish.language)]
    heading = nodes.paragraph("", "", nodes.strong("", title_of(brief)))
    listed = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
    return nodes.container("", heading, listed) if items else nodes.container("", heading)


def _visit_live(self: HTML5Translator, node: GeobriefMap) -> None:
    folder, wish = _asked(node)
    address = posixpath.join(posixpath.dirname(self.builder.imgpath), FOLDER)
    self.body.append(_shelf(self.builder).embedding(folder, wish, address))
    raise nodes.SkipNode


def _shelf(builder: Builder) -> Shelf:
    """The builder's own: Sphinx writes in several processes, each with its copy."""
    if not hasattr(builder, SHELF):
        setattr(builder, SHELF, Shelf(Path(builder.outdir) / FOLDER, Path(builder.srcdir)))
    shelf: Shelf = getattr(builder, SHELF)
    return shelf


def _asked(node: GeobriefMap) -> tuple[Path, Wish]:
    return Path(node["folder"]), Wish(**node["wish"])


def _is_live(builder: Builder) -> bool:
    return builder.format == "html" and builder.name != "epub"


def _files(folder: Path) -> Iterator[Path]:
    """The brief's files, and its folders, which change when a file comes or goes."""
    if folder.is_file():
        yield folder
        return
    own = (folder, folder / "articles", folder / "places.geojson", folder / "claims.csv")
    yield from (path for path in own if path.exists())
    yield from sorted(folder.glob("articles/*"))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_config_value("geobrief_root", "", "env", str)
    app.add_directive("geobrief", GeobriefDirective)
    app.add_node(GeobriefMap, html=(_visit_live, None))
    app.add_post_transform(StillMaps)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
