from __future__ import annotations

import pytest

from geobrief.claims.claimable import is_claimable


@pytest.mark.parametrize(
    "sentence",
    [
        "The Oder broke its banks.",
        "Rain fell on the hills all night without a pause near Opole",
        "PERU SENT 5 SHIPS.",
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
