"""What users of the Python package hold: a brief, from a text, from disk, as tables, as a map."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geobrief import model
from geobrief.errors import ArticleError, GeocoderWarning
from geobrief.text.decoding import paired
from geobrief.text.language import detect_language

if TYPE_CHECKING:
    import dask_geopandas
    import folium
    import geopandas
    import pandas
    from xyzservices import TileProvider

    from geobrief.export import Options
    from geobrief.gazetteer import Gazetteer, Geocoder
    from geobrief.geoparse.protocol import Recognizer

__all__ = ["Brief", "analyze", "analyze_documents", "corpus", "from_geodataframe", "read"]


@dataclass(frozen=True, repr=False)
class Brief:
    """Articles, the places they name and the claims they make.

    Made by `analyze` or `read`; it never changes. `value` holds it as plain values.
    """

    value: model.Brief
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files it was read from, by name; `save` keeps their bytes where nothing changed."""

    def __repr__(self) -> str:
        value = self.value
        sizes = f"articles={len(value.documents)}, places={len(value.places)}, claims={len(value.claims)}"
        return f"<geobrief.Brief {value.title!r}: {sizes}>"

    @property
    def title(self) -> str:
        """The brief's title: its first article's."""
        return self.value.title

    @property
    def documents(self) -> tuple[model.Document, ...]:
        """The articles, in order."""
        return self.value.documents

    @property
    def places(self) -> geopandas.GeoDataFrame:
        """A row a place, EPSG:4326; a place that is not located yet has no geometry."""
        from geobrief.brief.frames import places_frame

        return places_frame(self.value)

    @property
    def claims(self) -> pandas.DataFrame:
        """A row a claim, with the columns of `claims.csv`."""
        from geobrief.brief.frames import claims_frame

        return claims_frame(self.value)

    def save(self, folder: str | Path) -> None:
        """Writes the brief as a folder; what did not change since it was read keeps its bytes.

        Where geobrief changed the brief in the folder before, as by `geobrief edit`, the save is told to its
        history, and `geobrief undo` takes it back.

        Raises:
            BriefError: A file has changed on disk since it was read.
            GeobriefError: The folder cannot be written. What was there before stays whole.
        """
        from geobrief.brief.folder import save_folder
        from geobrief.editor.history import has_history
        from geobrief.editor.store import Writer, save

        path = Path(folder)
        if has_history(path):
            save(path, self.value, self.files, Writer("Python"))
        else:
            save_folder(self.value, path, files=self.files)

    def export(
        self,
        path: str | Path,
        *,
        format: str = "",  # noqa: A002 - what the option is called
        options: Options | None = None,
    ) -> None:
        """Writes the brief as data that other programs read, whole or not at all.

        Args:
            path: The file; its extension says the format, as `.geojson`, `.gpkg` or `.annotations.jsonld`.
            format: A name of `geobrief.export.FORMATS`, where the extension does not say it.
            options: Which claims, and how a picture or a document is to be: `geobrief.export.Options`.

        Raises:
            ExportError: The format is unknown or ambiguous, or the brief holds what it cannot.
            GeobriefError: The file cannot be written. What was there before stays whole.
        """
        from geobrief.export import export

        export(self.value, Path(path), format, options)

    def to_map(
        self, *, online: bool = False, language: str = "en", tiles: str | TileProvider = ""
    ) -> folium.Map:
        """A `folium.Map` that takes further folium layers and saves as one file that makes no request.

        Args:
            online: Allow layers that load something from the network.
            language: Of the interface: `en`, `de`, `fr`, `es`, `uk`, `ru`, `ar` or `ko`.
            tiles: A tile service laid over the base map, by its name in xyzservices, as `OpenTopoMap`, or
                `NAME:KEY`; or one of its providers. Where it cannot be reached, the packaged map below shows.

        Raises:
            PageError: The interface has no such language; there are no such tiles, or they ask for a
                key, or refuse such pages.
        """
        from geobrief.render import ClaimMap

        return ClaimMap(self.value, online=online, language=language, tiles=tiles)

    def to_html(self, *, language: str = "en", tiles: str | TileProvider = "") -> str:
        """The page: one HTML document that makes no request. The same brief gives the same text.

        Args:
            language: Of the interface: `en`, `de`, `fr`, `es`, `uk`, `ru`, `ar` or `ko`.
            tiles: See `to_map`; the page then asks the hosts of these tiles, and no others.

        Raises:
            PageError: As `to_map`.
        """
        from geobrief.render import render_page

        return render_page(self.value, language=language, tiles=tiles)

    def _repr_html_(self) -> str:
        """The page in a frame, and a plain list that reads where the notebook runs no script."""
        from geobrief.embed.notebook import notebook_html

        return notebook_html(self.value)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """As `_repr_html_`, with a picture for what is made of a notebook: PDF, LaTeX, Markdown.

        The picture needs the extra `print`, takes about a second, and is left out without it.

        Args:
            include: MIME types; only these are made.
            exclude: MIME types; these are not.
        """
        from geobrief.embed.notebook import mimebundle

        return mimebundle(self.value, repr(self), include, exclude)


def analyze(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    url: str = "",
    publisher: str = "",
    language: str = "",
    gazetteer: Gazetteer | None = None,
    recognizer: str | Recognizer = "",
    geocoder: str | Geocoder = "",
) -> Brief:
    """Finds the places that a text names and the claims that it makes about them.

    It needs no network, unless a `geocoder` is named that does.

    Args:
        text: The article, plain text.
        published: The day from which "last year" or "on Monday" counts; without it they are left open.
        title: Shown above the text.
        url: Where the article stands, for the credits.
        publisher: Who published it.
        language: BCP 47 tag of the text; without it the language is told by the text.
        gazetteer: One opened before; by default the user's own, built on first use (about 20 seconds, once).
        recognizer: Finds the names instead of geobrief's own: `spacy:MODEL`, or an object that follows
            `geobrief.geoparse.protocol.Recognizer`.
        geocoder: Asked for names that the gazetteer lacks: `nominatim:URL`, or an object that follows
            `geobrief.gazetteer.Geocoder`. Where it fails, a `GeocoderWarning` names the names; they stay
            without a place.

    Raises:
        ArticleError: The text is empty or `published` is no ISO date.
        GazetteerError: The gazetteer is broken; the message names the command that mends it.
        RecognizerError: The recognizer cannot be used, as where its model is missing, or fails on the text.
        GeocoderError: The geocoder cannot be used: its package is missing, or its address is none.
    """
    if not text.strip():
        raise ArticleError("The text is empty. Pass the article's own words.")
    document = model.Document(
        id="article.md",
        text=paired(text.replace("\r\n", "\n").replace("\r", "\n")),
        title=title,
        published=_iso_date(published),
        url=url,
        publisher=publisher,
        language=language or detect_language(text),
    )
    return analyze_documents([document], gazetteer=gazetteer, recognizer=recognizer, geocoder=geocoder)


def _iso_date(published: date | str | None) -> str:
    if not published:
        return ""
    try:
        return date.fromisoformat(str(published)[:10]).isoformat()
    except ValueError:
        raise ArticleError(f"published={published!r} is not an ISO date. Write it as 2025-06-20.") from None


def analyze_documents(
    documents: Iterable[model.Document],
    *,
    gazetteer: Gazetteer | None = None,
    recognizer: str | Recognizer = "",
    geocoder: str | Geocoder = "",
    warn: Callable[[str], None] | None = None,
) -> Brief:
    """Like `analyze`, for one or more articles in one brief.

    Args:
        documents: The articles.
        gazetteer: See `analyze`.
        recognizer: See `analyze`.
        geocoder: See `analyze`.
        warn: Takes the line on names for which the geocoder failed, in place of a `GeocoderWarning`.
    """
    from geobrief.brief.draft import draft, placed
    from geobrief.brief.outlines import with_outlines
    from geobrief.gazetteer import open_gazetteer
    from geobrief.geoparse.methods import geoparser_of

    gazetteer = gazetteer or open_gazetteer()
    geoparser = geoparser_of(gazetteer, recognizer, geocoder)
    found: Sequence[Any] = tuple(documents)
    brief = Brief(with_outlines(placed(draft(found, gazetteer, geoparser)), gazetteer))
    warning = geoparser.take_warning()
    if warning and warn:
        warn(warning)
    elif warning:
        warnings.warn(warning, GeocoderWarning, stacklevel=2)
    return brief


def read(path: str | Path) -> Brief:
    """Reads a brief: its folder, a page made from it, or any file of geodata that GDAL opens.

    A save in a folder that a kill has cut off is ended first, so that all its files belong together.

    Raises:
        BriefError: The files contradict the format or each other; all faults of a file in one message.
        ArticleError: One of its articles cannot be read.
    """
    from geobrief.brief.read import read as read_brief
    from geobrief.editor.store import recover

    recover(Path(path))
    value, files = read_brief(Path(path))
    return Brief(value, files)


def corpus(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    partition_size: int = 256,
    recognizer: str = "",
    geocoder: str = "",
) -> dask_geopandas.GeoDataFrame:
    """The claims of a collection of articles with their places, lazily: a row a claim, OGC:CRS84.

    Its columns are those of `claims` in docs/CORPUS.md, without `bbox`. It needs the extra `corpus`. An
    article that cannot be read is set aside with a `CorpusWarning`.

    Args:
        paths: Folders, globs, files (text, Markdown, HTML, JSON Lines, CSV, Parquet, WARC), archives, or URLs
            of these.
        columns: Which column of a table holds `text`, `id`, `title`, `published`, `url`, `publisher` or
            `language`, where its name does not tell.
        partition_size: Articles a partition.
        recognizer: See `analyze`; by name.
        geocoder: Likewise.

    Raises:
        CorpusError: The extra is not installed, or the paths cannot be read.
    """
    from geobrief.corpora.extra import require_extra

    require_extra()
    from geobrief.corpora.frames import corpus_frame
    from geobrief.corpora.values import Columns

    sources = [paths] if isinstance(paths, str | Path) else list(paths)
    return corpus_frame(
        [str(source) for source in sources],
        partition_size=partition_size,
        columns=Columns(**(columns or {})),
        recognizer=recognizer,
        geocoder=geocoder,
    )


def from_geodataframe(
    frame: geopandas.GeoDataFrame,
    *,
    name: str = "",
    claim: str = "",
    by: str = "",
    certainty: str = "",
    when: str = "",
    url: str = "",
    title: str = "",
) -> Brief:
    """A brief of a table in any CRS: a place for each spot, a claim for each row that says something of it.

    Rows of one name and one geometry are claims about one place. What other columns say is kept; `kind`,
    `aliases`, `note` and the like are understood as in `places.geojson`.

    Args:
        frame: A row a place, or a row a claim.
        name: The column of the places' names; without it the first of `name` and `title` that there is.
        claim: The column of what is said, in its own words; a row where it is empty claims nothing.
        by: The column of who says it.
        certainty: The column of how sure it is, in the words of `geobrief.model.CERTAINTIES`.
        when: The column of its time: dates, or text as in `claims.csv`.
        url: The column of where it can be checked.
        title: Of the brief.

    Raises:
        BriefError: The frame has no geometries, no CRS or not these columns, or cells cannot be read.
    """
    from geobrief.brief.geodataframe import Columns
    from geobrief.brief.geodataframe import from_geodataframe as convert

    columns = Columns(name, claim, by, certainty, when, url)
    return Brief(convert(frame, columns, title))
