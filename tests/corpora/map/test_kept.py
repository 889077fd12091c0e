"""Counts that are kept beside a dataset: the same answers at the next start, none of another dataset."""

import json
from pathlib import Path

import duckdb
import pytest

from corpora.map.writing import write_corpus
from geobrief.corpora.layout import MANIFEST
from geobrief.corpora.map.answers import Answers
from geobrief.corpora.map.asking import question_of
from geobrief.corpora.map.dataset import open_dataset
from geobrief.corpora.map.kept import counted_dataset, kept_file

QUESTIONS = ({}, {"kind": ["water"]}, {"origin": ["geonames:551487"], "destination": ["geonames:468082"]})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "it's depots")


def answered(corpus: Path) -> str:
    """The record of the page and some answers, as text."""
    with counted_dataset(open_dataset(corpus)) as (duck, record):
        answers = Answers(duck, record["publishers"])
        found = [answers.claims(question_of("", question)) for question in QUESTIONS]
        return json.dumps([record, found, answers.document("wire.jsonl#2")], sort_keys=True)


def test_the_next_start_answers_the_same_from_what_is_kept(corpus: Path) -> None:
    assert answered(corpus) == answered(corpus)
    with duckdb.connect(str(kept_file(open_dataset(corpus)))) as duck:
        duck.execute(
            """UPDATE page SET record = replace(record, '"title": "it''s depots"', '"title": "kept"')"""
        )
    with counted_dataset(open_dataset(corpus)) as (_, record):
        assert record["title"] == "kept"


def test_two_may_read_what_is_kept_at_once(corpus: Path) -> None:
    answered(corpus)
    with counted_dataset(open_dataset(corpus)):
        assert answered(corpus)


def test_another_manifest_is_counted_anew_and_the_old_counts_go(corpus: Path) -> None:
    answered(corpus)
    old = kept_file(open_dataset(corpus))
    (corpus / MANIFEST).write_bytes((corpus / MANIFEST).read_bytes() + b"\n")
    answered(corpus)
    assert not old.exists()
    assert [path.name for path in corpus.glob(".geobrief*")] == [kept_file(open_dataset(corpus)).name]


@pytest.mark.parametrize("broken", [b"", b"no database"])
def test_what_cannot_be_read_is_counted_anew(corpus: Path, broken: bytes) -> None:
    first = answered(corpus)
    kept_file(open_dataset(corpus)).write_bytes(broken)
    assert answered(corpus) == first
