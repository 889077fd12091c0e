import pytest

from geobrief.corpora.extra import require_extra
from geobrief.errors import CorpusError


def test_what_is_missing_is_named_with_the_line_that_installs_it() -> None:
    present = {"dask_geopandas", "fsspec", "pyarrow", "warcio", "datasketch"}
    with pytest.raises(CorpusError) as told:
        require_extra(lambda module: module if module in present else None)
    assert str(told.value) == (
        'A corpus needs dask[distributed], duckdb. Run: pip install "geobrief[corpus]"'
    )


def test_nothing_is_said_where_all_is_there() -> None:
    require_extra()
