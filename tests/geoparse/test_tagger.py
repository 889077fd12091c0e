from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from geobrief.errors import RecognizerError
from geobrief.geoparse.proposals import propose
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.tagger import Tagged, Tagger, default_tagger
from geobrief.geoparse.word_features import Features, word_features
from geoparse.small_gazetteer import SmallGazetteer

GAZETTEER = SmallGazetteer()


def rows(text: str) -> list[Features]:
    reading = Reading(text, GAZETTEER)
    return list(word_features(reading, *propose(reading)))


def test_each_row_gets_a_tag_and_a_probability() -> None:
    tagged = default_tagger().tags(rows("Engineers flew from Kharkiv to North Korea."))
    assert [word.tag for word in tagged] == ["none", "none", "none", "first", "none", "first", "rest"]
    assert all(0.0 <= word.probability <= 1.0 for word in tagged)
    assert tagged[3].probability > 0.9
    assert tagged[1].probability < 0.1


def test_no_rows_have_no_tags() -> None:
    assert default_tagger().tags([]) == []


def test_threads_take_turns() -> None:
    lines = [rows(f"Envoys of {name} met in Paris, Texas.") for name in ("Ukraine", "Belarus", "Chad")] * 20

    def tagged(line: list[Features]) -> list[Tagged]:
        return default_tagger().tags(line)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tagged, lines)) == [tagged(line) for line in lines]


def test_missing_weights_are_told_with_their_place(tmp_path: Path) -> None:
    with pytest.raises(RecognizerError, match=r"gone\.crfsuite cannot be read.*pip install"):
        Tagger(tmp_path / "gone.crfsuite")


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.crfsuite"
    broken.write_bytes(b"not weights at all" * 100)
    with pytest.raises(RecognizerError, match="cannot be read"):
        Tagger(broken)
