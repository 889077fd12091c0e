"""A spaCy pipeline whose entities are known: blank English with rules, saved as any other."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

ENTITIES = (
    *(
        ("GPE", name)
        for name in ("Kursk", "the Tatarstan", "Paris", "Texas", "Zubrovichka", "Camden", "D.C.")
    ),
    *(("GPE", name) for name in ("Washington", "U.S.", "Odesa’s", "the")),
    *(
        ("LOC", name)
        for name in (
            "Lake Sevan",
            "Kursk region",
            "Kursk\nregion",
            "Henan province",
            "Sevan",
            "southern Ukraine",
            "al-Bab",
        )
    ),
    *(("FAC", name) for name in ("the Alabuga Special Economic Zone", "Zyabrovka air base")),
    ("ORG", "Paris Match"),
    ("GPE_LOC", "Bergen"),
    ("NORP", "Russian"),
)


def save_pipeline(folder: Path) -> Path:
    """A pipeline whose entities are known: blank English with rules."""
    pipeline = spacy.blank("en")
    rules = pipeline.add_pipe("entity_ruler")
    rules.add_patterns([{"label": label, "pattern": text} for label, text in ENTITIES])  # type: ignore[attr-defined]
    pipeline.to_disk(folder)
    return folder


@Language.component("fails_on_bergen")
def fails_on_bergen(doc: Doc) -> Doc:
    """A part of a pipeline that does not get along with every text."""
    if "Bergen" in doc.text:
        raise IndexError("no row\nfor Bergen")
    return doc


def save_failing_pipeline(folder: Path) -> Path:
    """The same pipeline, which fails on texts that name Bergen."""
    pipeline = spacy.load(save_pipeline(folder))
    pipeline.add_pipe("fails_on_bergen")
    pipeline.to_disk(folder)
    return folder
