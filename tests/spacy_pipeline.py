"""A spaCy pipeline whose entities are known: blank English with rules, saved as any other."""

from __future__ import annotations

from pathlib import Path

import spacy

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
