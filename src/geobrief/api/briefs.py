"""A brief as users hold it, and how one is read from disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from geobrief import model

if TYPE_CHECKING:
    import folium
    import geopandas
    import pandas
    from xyzservices import TileProvider

    from geobrief.export import Options

__all__ = ["Brief", "read"]


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
        """A row a place, EPSG:4326; a place that is not located yet has no geometry. A copy: see `edited`."""
        from geobrief.brief.frames import places_frame

        return places_frame(self.value)

    @property
    def claims(self) -> pandas.DataFrame:
        """A row a claim, with the columns of `claims.csv`. A copy: see `edited`."""
        from geobrief.brief.frames import claims_frame

        return claims_frame(self.value)

    def edited(
        self,
        *,
        places: geopandas.GeoDataFrame | None = None,
        claims: pandas.DataFrame | None = None,
    ) -> Brief:
        """The brief as these tables have it: `places` and `claims` are copies, this is the way back.

        Rows may be changed, added and left out; a row that is as it was keeps all that it came with.

            claims = brief.claims
            claims.loc[claims["id"] == "c3", "certainty"] = "denied"
            brief.edited(claims=claims).save("data")

        Args:
            places: What `places` gave, edited, in any CRS. A point moves with its geometry, or with its `lon`
                and `lat` where only these were changed.
            claims: What `claims` gave, edited.

        Raises:
            BriefError: A cell cannot be read, ids are doubled, or a claim means a place that is not there.
        """
        from geobrief.brief.edited import edited

        return Brief(edited(self.value, places, claims), self.files)

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
