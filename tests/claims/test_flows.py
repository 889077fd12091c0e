from __future__ import annotations

import re

import pytest

from geobrief.claims.flows import Stop, flow

NAMES = re.compile(r"Peru|Chile|Lima|Quito|Bolivia")


def told(sentence: str) -> tuple[str, str] | None:
    found = flow(sentence, [Stop(*match.span(), match[0]) for match in NAMES.finditer(sentence)])
    return (found.origin, found.destination) if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Crews flew from Lima to Quito.", ("Lima", "Quito")),
        ("The wounded were flown to Quito from Lima.", ("Lima", "Quito")),
        ("Peru is reportedly sending 300 nurses to Chile.", ("Peru", "Chile")),
        ("Reports say that Peru has dispatched nurses to the Chile border.", ("Peru", "Chile")),
        ("Last year, Peru had sent over 100 nurses to assist Chile.", ("Peru", "Chile")),
        ("Peru provides aid to the southern towns of Chile.", ("Peru", "Chile")),
        ("Peru imports a third of its gas from Bolivia.", ("Bolivia", "Peru")),
        ("Thousands fled from Bolivia into Peru.", ("Bolivia", "Peru")),
        ("Trucks carried grain from a port near Lima to Bolivia.", ("Lima", "Bolivia")),
        ("Shipments of tin from Bolivia to Chile have stopped.", ("Bolivia", "Chile")),
    ],
)
def test_origin_and_destination(sentence: str, expected: tuple[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Flights between Lima and Quito were cancelled.",
        "Peru and Chile share a border.",
        "Peru may lend money to builders around Lima.",
        "Peru was sent to Chile.",
        "Trains run from Lima to the coast.",
        "Peru sends nurses to Peru.",
        "Temperatures fell from Lima to Quito.",
    ],
)
def test_no_flow_without_movement_and_both_ends(sentence: str) -> None:
    assert told(sentence) is None
