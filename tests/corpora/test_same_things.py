"""What many articles have in common: copies of one another, and claims about one thing."""

from pathlib import Path
from random import Random

import geopandas
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.collection import Row, json_lines
from corpora.running import made
from geobrief.corpora.signatures import BANDS, ROWS, SAME, signature, similarity

WORDS = [f"word{number}" for number in range(5_000)]


def story(seed: int, words: int = 150) -> list[str]:
    """An article that has nothing in common with that of another seed."""
    return Random(seed).choices(WORDS, k=words)


def articles(*texts: str, days: tuple[str, ...] = ()) -> list[Row]:
    dates = days or ("2025-06-20",) * len(texts)
    return [
        {"id": str(number), "text": text, "published": day, "publisher": f"paper{number}.example"}
        for number, (text, day) in enumerate(zip(texts, dates, strict=True))
    ]


def copies(tmp_path: Path, rows: list[Row], **options: int) -> dict[str, str]:
    """Each copy and what it is a copy of, by their numbers."""
    source = json_lines(tmp_path / "news.jsonl", rows)
    made(source, tmp_path / "out", **options)
    found = pq.read_table(tmp_path / "out" / "copies").to_pylist()
    assert all(0 < row["similarity"] <= 1 for row in found)
    return {row["document"].partition("#")[2]: row["copy_of"].partition("#")[2] for row in found}


def groups(tmp_path: Path, rows: list[Row], **options: int) -> geopandas.GeoDataFrame:
    made(json_lines(tmp_path / "news.jsonl", rows), tmp_path / "out", **options)
    return geopandas.read_parquet(tmp_path / "out" / "groups")


def test_what_a_newspaper_cuts_or_tops_is_a_copy_of_what_came_first(tmp_path: Path) -> None:
    wire, other = story(1), story(2)
    rows = articles(
        " ".join(wire[:130]),
        " ".join(other),
        " ".join(wire),
        " ".join(["The", "Daily", "Post", "says", "this", *wire[5:]]),
        days=("2025-06-22", "2025-06-20", "2025-06-20", "2025-06-21"),
    )
    assert copies(tmp_path, rows, partition_size=1) == {"1": "3", "4": "3"}


def test_without_days_the_first_of_the_corpus_is_the_original(tmp_path: Path) -> None:
    text = " ".join(story(1))
    assert copies(tmp_path, articles(text, text, text, days=("", "", ""))) == {"2": "1", "3": "1"}


def test_a_chain_of_copies_leads_to_one_original(tmp_path: Path) -> None:
    wire = story(3, 300)
    texts = [" ".join(wire[start : start + 200]) for start in (0, 25, 50, 75)]
    found = copies(tmp_path, articles(*texts))
    assert found.keys() == {"2", "3", "4"}
    assert set(found.values()) == {"1"}


def test_short_notes_are_no_copies_and_articles_on_one_subject_neither(tmp_path: Path) -> None:
    note = "Rain fell in Oslo."
    frame = (
        "The mayor of {} said that {} homes were flooded in {} on Monday and that help was on its way to all."
    )
    rows = articles(note, note, frame.format("Oslo", 300, "Oslo"), frame.format("Lagos", 12, "Ikeja"))
    assert not copies(tmp_path, rows)


@given(st.integers(0, 2**32), st.integers(0, 150))
def test_the_estimate_is_near_the_similarity(seed: int, changed: int) -> None:
    one = story(seed)
    other = [*story(seed + 1, changed), *one[changed:]]
    first, second = signature(" ".join(one)), signature(" ".join(other))
    assert first
    assert second
    runs = [{tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (one, other)]
    exact = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    # five standard deviations of 128 draws
    assert similarity([first.values], [second.values])[0] == pytest.approx(exact, abs=0.25)
    if one == other:
        assert first == second


def test_bands_are_alike_where_all_their_values_are() -> None:
    first, second = signature(" ".join(story(1))), signature(" ".join([*story(1)[:-10], *story(2, 10)]))
    assert first
    assert second
    for band in range(BANDS):
        own = slice(band * ROWS * 4, (band + 1) * ROWS * 4)
        assert (first.bands[band] == second.bands[band]) == (first.values[own] == second.values[own])


def test_a_copy_is_found_nearly_always_from_a_little_above_the_bound_on() -> None:
    chance = [1 - (1 - same**ROWS) ** BANDS for same in (SAME, SAME + 0.1, SAME + 0.2)]
    assert chance == [
        pytest.approx(0.63, abs=0.01),
        pytest.approx(0.93, abs=0.01),
        pytest.approx(1, abs=0.01),
    ]


def test_claims_of_several_articles_on_one_thing_come_together(tmp_path: Path) -> None:
    rows = articles(
        "North Korea will send 25,000 workers to Yelabuga in June 2025, officials said.",
        "Rain fell in Oslo.",
        "Only 12,000 workers will be sent to Yelabuga in June 2025, a diplomat said.",
        days=("2025-06-18", "2025-06-18", "2025-06-20"),
    )
    found = groups(tmp_path, rows, partition_size=1)
    assert len(found) == 1
    group = found.iloc[0]
    assert (group["thing"], group["claims"], group["articles"], group["copies"]) == ("worker", 2, 2, 0)
    assert list(group["publishers"]) == ["paper0.example", "paper2.example"]
    assert (str(group["first"]), str(group["last"])) == ("2025-06-18", "2025-06-20")
    assert group["disagree"]
    assert [(report["by"], report["document"]) for report in group["reports"]] == [
        ("officials", "news.jsonl#1"),
        ("a diplomat", "news.jsonl#3"),
    ]
    assert group["low"] <= 12_000 <= 25_000 <= group["high"]
    assert group.geometry.x == pytest.approx(52.05, abs=0.1)


def test_a_copy_is_no_further_article(tmp_path: Path) -> None:
    text = (
        f"North Korea will send 25,000 workers to Yelabuga in June 2025, officials said. {' '.join(story(1))}"
    )
    (group,) = groups(tmp_path, articles(text, text)).to_dict("records")
    assert (group["claims"], group["articles"], group["copies"], group["disagree"]) == (2, 1, 1, False)
    assert [report["copy"] for report in group["reports"]] == [False, True]


def test_another_place_or_time_is_another_thing(tmp_path: Path) -> None:
    rows = articles(
        "A flood destroyed 300 homes in Lagos in May 2024.",
        "A flood destroyed 300 homes in Lagos in May 2019.",
        "A flood destroyed 300 homes in Lima in May 2024.",
    )
    assert groups(tmp_path, rows).empty


def test_places_leave_copies_out(tmp_path: Path) -> None:
    text = f"Rain fell in Oslo.\n\n{' '.join(story(1))}"
    made(json_lines(tmp_path / "news.jsonl", articles(text, text)), tmp_path / "out")
    (oslo,) = geopandas.read_parquet(tmp_path / "out" / "places").to_dict("records")
    assert (oslo["name"], oslo["mentions"], oslo["documents"], oslo["claims"]) == ("Oslo", 1, 1, 1)
