"""Names on the base map in the interface's language."""

from typing import Any

import pytest
import shapely

from geobrief.render.label_names import spoken_label
from geobrief.render.labels import labels_for
from geobrief.render.messages import interface

EUROPE = shapely.box(20, 35, 60, 62)


@pytest.fixture(scope="module")
def labels() -> dict[str, dict[str, Any]]:
    return {f"{label['kind']} {label['name']}": label for label in labels_for(EUROPE, [EUROPE])}


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [
        ("de", "country Russia", "Russland"),
        ("de", "water Black Sea", "Schwarzes Meer"),
        ("fr", "water Black Sea", "Mer Noire"),
        ("de", "city Moscow", "Moskau"),
        ("ar", "city Cairo", "القاهرة"),
        ("uk", "city Kyiv", "Київ"),
        ("fr", "region Crete", "Crète"),
        ("de", "region Crete", "Kreta"),
    ],
)
def test_a_label_speaks_the_interfaces_language(
    labels: dict[str, dict[str, Any]], language: str, label: str, name: str
) -> None:
    assert spoken_label(labels[label], interface(language))["name"] == name


def test_a_name_that_no_table_knows_stays_as_it_is(labels: dict[str, dict[str, Any]]) -> None:
    shenzhen = labels["city Shenzhen"]
    assert spoken_label(shenzhen, interface("ar")) == shenzhen


def test_most_of_a_map_is_translated(labels: dict[str, dict[str, Any]]) -> None:
    """Waters are the weakest: the project's own table names the better known, a third of all."""
    for kind, least in (("country", 1.0), ("region", 0.99), ("city", 0.45), ("water", 0.3)):
        of_kind = [label for label in labels.values() if label["kind"] == kind]
        told = [spoken_label(label, interface("ko"))["name"] != label["name"] for label in of_kind]
        assert sum(told) / len(told) >= least, kind
