"""`frame.geobrief`: a GeoDataFrame as a brief and as a map.

pandas takes half a second to import, which `import geobrief` must not. The accessor is registered at once
where geopandas is there already; else right after whoever needs it has imported it, by a finder that Python
asks for every module and that looks out for this one alone.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import folium
    import geopandas

    from geobrief.api import Brief

__all__ = ["GeobriefAccessor", "register", "register_when_imported"]

_PACKAGE = "geopandas"
_NAME = "geobrief"


class GeobriefAccessor:
    """What `geobrief` does with a GeoDataFrame, as its attribute `geobrief`.

    Raises:
        AttributeError: The table is no GeoDataFrame.
    """

    def __init__(self, frame: geopandas.GeoDataFrame) -> None:
        import geopandas

        if not isinstance(frame, geopandas.GeoDataFrame):
            # Of this kind, so that hasattr says that the table has none.
            raise AttributeError(  # noqa: TRY004
                f"A {type(frame).__name__} has no geometries; only a GeoDataFrame has .{_NAME}"
            )
        self._frame = frame

    def to_brief(self, **columns: str) -> Brief:
        """The frame as a brief. Arguments are those of `geobrief.from_geodataframe`.

        Raises:
            BriefError: As by `geobrief.from_geodataframe`.
        """
        from geobrief.api import from_geodataframe

        return from_geodataframe(self._frame, **columns)

    def to_map(
        self, *, online: bool = False, language: str = "en", tiles: str = "", **columns: str
    ) -> folium.Map:
        """The frame as a map that saves as one page. Arguments are those of `Brief.to_map` and `to_brief`.

        Raises:
            BriefError: As by `geobrief.from_geodataframe`.
            PageError: As by `Brief.to_map`.
        """
        return self.to_brief(**columns).to_map(online=online, language=language, tiles=tiles)


def register() -> None:
    """Gives every GeoDataFrame the attribute `geobrief`."""
    import pandas

    if not hasattr(pandas.DataFrame, _NAME):
        pandas.api.extensions.register_dataframe_accessor(_NAME)(GeobriefAccessor)


def register_when_imported() -> None:
    """Registers now, or when geopandas is imported."""
    if _PACKAGE in sys.modules:
        register()
    elif not any(isinstance(finder, _Lookout) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Lookout())


class _Lookout(MetaPathFinder):
    """Finds geopandas as others do, and registers once it has been run."""

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - as of every finder
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if name != _PACKAGE:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        loader: Any = spec.loader if spec else None
        if loader is not None:
            run = loader.exec_module

            def run_and_register(module: ModuleType) -> None:
                run(module)
                register()

            loader.exec_module = run_and_register
        return spec
