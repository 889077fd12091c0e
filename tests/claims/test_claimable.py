from __future__ import annotations

import pytest

from geobrief.claims.claimable import is_claimable, is_credited


@pytest.mark.parametrize(
    "sentence",
    [
        "The Oder broke its banks.",
        "Rain fell on the hills all night without a pause near Opole",
        "PERU SENT 5 SHIPS.",
        "- Drones struck the port on Monday",
    ],
)
def test_sentences_tell_something(sentence: str) -> None:
    assert is_claimable(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "# Rain over Peru",
        "Rain over Peru",
        "Rain Over Peru Brings Floods And Closes Many Roads In The Southern Highlands Today",
        "By Ana Ruiz",
        "Photo: Ana Ruiz in Lima.",
        "A man walks past a burned house in Lima, March 3, 2024. REUTERS/Ana Ruiz",
        "Reporting by Ana Ruiz in Lima; editing by Tom Hale in Quito.",
        "- Peru and Chile",
        "Original Source: www.example.org",
        "https://example.org/peru",
        "12 High Street, Lima.",
        "| Lima | 12 |",
        "Lima.",
        "",
    ],
)
def test_headings_bylines_captions_and_addresses_tell_nothing(line: str) -> None:
    assert not is_claimable(line)


def test_a_caption_is_told_by_the_owner_of_the_picture_behind_it() -> None:
    text = "Soldiers patrol a street in Lima. (AP Photo/Ana Ruiz)\nThe mayor fled. (He is back.)"
    assert is_credited(text, text.index(" (AP"))
    assert not is_credited(text, text.index(" (He"))
