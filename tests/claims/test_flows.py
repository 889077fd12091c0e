from __future__ import annotations

import re

import pytest

from geobrief.claims.flows import Stop, flow

NAMES = re.compile(r"Peru|Chile|Lima|Quito|Bolivia|Callao")


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thousands fled Peru for Chile.", ("Peru", "Chile")),
        ("The families left Lima for Quito on Monday.", ("Lima", "Quito")),
        ("A tanker left Callao on 3 May and should reach Quito in June.", ("Callao", "Quito")),
        ("They arrived in Quito from Lima.", ("Lima", "Quito")),
        ("Trucks left Callao for Quito, according to a trader in Peru.", ("Callao", "Quito")),
        ("A ship left Callao, in Peru, for Quito, and two will sail to Chile.", ("Callao", "Quito")),
        ("The convoy from Lima reached Quito.", ("Lima", "Quito")),
        ("A ship bound for Quito left Callao.", ("Callao", "Quito")),
        ("Peru's navy sent two boats to Chile.", ("Peru", "Chile")),
        ("Peru supplied Chile with grain.", ("Peru", "Chile")),
        ("300 nurses were sent to Chile by Peru.", ("Peru", "Chile")),
        ("Chile received 40 trucks from Peru.", ("Peru", "Chile")),
        ("Chile's exports to Peru fell.", ("Chile", "Peru")),
        ("Grain went by barge from Peru's port of Callao to Quito.", ("Callao", "Quito")),
        ("Peru hopes to send 30 more ships to Chile.", ("Peru", "Chile")),
        ("Peru told Chile to send the ship to Quito.", ("Chile", "Quito")),
        ("Peru has begun shipping tin to Chile.", ("Peru", "Chile")),
        ("The ship took on oil at Callao, bound for Quito.", ("Callao", "Quito")),
        ("Weapons from Lima ended up in Quito.", ("Lima", "Quito")),
        ("A plane from Lima landed in Quito.", ("Lima", "Quito")),
        ("A convoy set off from Lima for Quito.", ("Lima", "Quito")),
        ("The vessel sailed from Callao in May and docked in Quito.", ("Callao", "Quito")),
        ("Chile took in 300 refugees from Peru.", ("Peru", "Chile")),
        ("Peru airlifted 40 tonnes of food into Chile.", ("Peru", "Chile")),
        ("Power is exported from Peru to Chile.", ("Peru", "Chile")),
        ("Buses took the men from the border with Peru to Quito.", ("Peru", "Quito")),
        ("The delegates travelled from Lima to Quito.", ("Lima", "Quito")),
        ("The ship, loaded at Callao, arrived in Quito with grain.", ("Callao", "Quito")),
    ],
)
def test_ways_to_name_both_ends(sentence: str, expected: tuple[str, str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru sent a letter to Chile.",
        "Peru gave Chile a loan of 30 million dollars.",
        "40 million dollars were transferred from Lima to Quito.",
        "No grain was shipped from Callao to Quito.",
        "Peru did not send troops to Chile.",
        "Peru stopped sending grain to Chile.",
        "Nobody travelled from Lima to Quito.",
        "Peru flew to Chile.",
        "Peru handed control of the port to Chile.",
        "Talks moved from Lima to Quito.",
        "A border runs from Lima to Quito.",
        "Peru called Chile from Lima.",
        "Rockets were fired from Lima at Quito.",
        "It left from Callao, a short drive from Lima.",
        "Peru's navy put the number of soldiers sent to Chile at 300.",
    ],
)
def test_money_messages_and_what_did_not_move_are_none(sentence: str) -> None:
    assert told(sentence) is None


def test_a_flow_keeps_the_words_it_was_read_from() -> None:
    sentence = "Late on Monday crews flew from Lima to Quito in haste."
    found = flow(sentence, [Stop(*match.span(), match[0]) for match in NAMES.finditer(sentence)])
    assert found is not None
    assert found.span is not None
    assert sentence[slice(*found.span)] == "flew from Lima to Quito"
