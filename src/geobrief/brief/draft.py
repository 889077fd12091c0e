"""The whole way from articles to a brief that an editor can correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from geobrief.brief.as_written import claim_as_written, mention_as_written
from geobrief.brief.settle import settle
from geobrief.claims.agreement import grouped
from geobrief.claims.extract import extract_claims
from geobrief.gazetteer import Gazetteer
from geobrief.geoparse.methods import OWN_METHODS, Geoparser, Methods, open_geoparser
from geobrief.model import Brief, Claim, Document, Mention, by_date
from geobrief.text.soft_breaks import unfolded

__all__ = ["draft", "placed", "ungrouped_draft"]


def draft(
    documents: Sequence[Document], gazetteer: Gazetteer, methods: Methods | Geoparser = OWN_METHODS
) -> Brief:
    """Finds the places and the claims of the documents.

    Claims that name a source but no place are among them (see `placed`); areas have no outline yet (see
    `geobrief.brief.outlines`). The brief is called what its earliest article is, or its file.

    Args:
        documents: The articles, in order.
        gazetteer: Where places are looked up.
        methods: How places are found; a `Geoparser` opened before where many drafts are made.
    """
    brief = ungrouped_draft(documents, gazetteer, methods)
    return replace(brief, claims=grouped(brief.claims, brief.places, documents))


def ungrouped_draft(
    documents: Sequence[Document], gazetteer: Gazetteer, methods: Methods | Geoparser = OWN_METHODS
) -> Brief:
    """The same, but no claim has a `group` yet.

    Articles are read without the line breaks that only keep lines short; offsets count in them as written.
    """
    geoparser = methods if isinstance(methods, Geoparser) else open_geoparser(gazetteer, methods)
    folds = [unfolded(document.text) for document in documents]
    read = [replace(document, text=fold.text) for document, fold in zip(documents, folds, strict=True)]
    places, found = settle([(document, geoparser.resolutions(document)) for document in read])
    by_id = {place.id: place for place in places}
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for document, fold in zip(documents, folds, strict=True):
        own = tuple(mention for mention in found if mention.document == document.id)
        mentions += (mention_as_written(mention, fold) for mention in own)
        for claim in extract_claims(replace(document, text=fold.text), own, by_id):
            made = claim_as_written(claim, fold)
            quote = document.text[slice(*made.span)] if made.span else made.quote
            claims.append(replace(made, id=f"c{len(claims) + 1}", quote=quote))
    first = by_date(documents)[0] if documents else None
    title = first.title or Path(first.id).stem if first else ""
    return Brief(tuple(documents), tuple(mentions), places, tuple(claims), title)


def placed(brief: Brief) -> Brief:
    """The brief without the claims that are tied to no place, the rest numbered through from `c1`."""
    kept = [claim for claim in brief.claims if claim.places]
    return replace(brief, claims=tuple(replace(claim, id=f"c{at}") for at, claim in enumerate(kept, 1)))
