"""Reading TopoJSON: shared arcs, arcs backwards, quantized deltas, broken files."""

import gzip
import json

import pytest

from geobrief.errors import GazetteerError
from geobrief.gazetteer.topology import Topology, read_topology

# Two squares of one degree that share the side at lon 1: arc 0, from south to north.
SQUARES = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [0, 0]},
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
    "objects": {
        "squares": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "bbox": [0, 0, 1, 1], "properties": {"name": "west"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "bbox": [1, 0, 2, 1]},
            ],
        },
        "side": {"type": "MultiLineString", "arcs": [[0]]},
        "path": {"type": "LineString", "arcs": [0, 1]},
    },
}


def test_squares_share_their_side():
    west, east = Topology(SQUARES).geometries("squares")
    assert west.bounds == (0, 0, 1, 1)
    assert east.bounds == (1, 0, 2, 1)
    assert west.area == east.area == 1
    assert west.intersection(east).length == 1


def test_geometries_are_chosen_by_bbox():
    topology = Topology(SQUARES)
    assert len(topology.geometries("squares", within=(1.5, 0, 3, 3))) == 1
    assert len(topology.geometries("squares", within=(1, 0, 1, 1))) == 2


def test_lines_are_read():
    topology = Topology(SQUARES)
    [side] = topology.geometries("side")
    [path] = topology.geometries("path")
    assert list(side.geoms[0].coords) == [(1, 0), (1, 1)]
    assert path.geoms[0].coords[-1] == (1, 0)


def test_properties_stay_with_the_record():
    assert Topology(SQUARES).records("squares")[0]["properties"] == {"name": "west"}


def test_plain_and_gzipped_files_are_the_same(tmp_path):
    plain, packed = tmp_path / "squares.json", tmp_path / "squares.json.gz"
    plain.write_text(json.dumps(SQUARES))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    one, other = read_topology(plain).geometries("squares"), read_topology(packed).geometries("squares")
    assert one == other


@pytest.mark.parametrize("last", ["arcs", "objects"])
def test_arcs_are_read_alike_wherever_they_stand(tmp_path, last):
    path = tmp_path / "squares.json"
    ordered = {key: value for key, value in SQUARES.items() if key != last} | {last: SQUARES[last]}
    path.write_text(json.dumps(ordered, separators=(",", ":")))
    assert read_topology(path).geometries("squares") == Topology(SQUARES).geometries("squares")


@pytest.mark.parametrize("content", [b"", b"{}", b"not gzip", gzip.compress(b'{"arcs": [', mtime=0)])
def test_a_broken_file_is_named(tmp_path, content):
    path = tmp_path / "world.topojson.gz"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"world\.topojson\.gz cannot be read"):
        read_topology(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GazetteerError, match=r"gone\.json"):
        read_topology(tmp_path / "gone.json")


def test_an_unknown_geometry_is_refused():
    with pytest.raises(GazetteerError, match="Point"):
        Topology(SQUARES).geometry({"type": "Point", "coordinates": [0, 0]})
