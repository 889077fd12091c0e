"""Which place each toponym means: candidates weighed by fame, by the text's other places, by closeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.groups import Group, groups_of, key_of
from geobrief.geoparse.nearest import Nearest
from geobrief.geoparse.publisher import homes, told
from geobrief.geoparse.ranker import CONFIDENCE, Ranked, Ranker, packaged_ranker, signs_of_doubt
from geobrief.geoparse.reasons import BY_HOME, HOME_REGION, NEARBY_KM, Areas, Chosen, reasons
from geobrief.geoparse.scene import FEATURES, Scene
from geobrief.geoparse.toponym import Resolution, Toponym
from geobrief.model import Candidate, Document
from geobrief.text.language import language_of

__all__ = ["resolve", "scene_of"]

RUNNERS_UP = 4

LEAST = 0.2
"""How likely a place must be to be drawn. By folds, of the few places below (0.3 % of answers) as many were
right as wrong; who wants only what is sure looks at the score (from 0.7 on, 94 to 97 % were right)."""

SURE = 0.6
"""The share of belief from which on another place is named as a reason."""

SMALL_TOWN = 10_000
LITTLE_SUPPORT = 0.3
"""A smaller town is drawn only where the text's other places lie near or in its country: of sixteen others in
the corpora none was right."""


def resolve(
    document: Document, toponyms: Sequence[Toponym], geocoder: Geocoder, ranker: Ranker | None = None
) -> tuple[Resolution, ...]:
    """One resolution a toponym, in order; a name that the geocoder lacks stays without a candidate.

    Args:
        document: Whose publisher, where it is known, tells the region that its names are likelier in.
        toponyms: The names of its text that mean places.
        geocoder: Who knows what the names may mean.
        ranker: Weighs what they may mean; by default the packaged one.
    """
    chosen_ranker = ranker or packaged_ranker()
    scene = scene_of(document, toponyms, geocoder)
    settled = list(_settled(scene, chosen_ranker, chosen_ranker.rank(scene), document.publisher))
    keys = [key_of(toponym) for toponym in toponyms]
    found = dict(zip(dict.fromkeys(keys), settled, strict=True))
    return tuple(
        Resolution(toponym, each.candidate, each.score, each.reasons, each.runners_up)
        for toponym, each in ((toponym, found[key]) for toponym, key in zip(toponyms, keys, strict=True))
    )


def scene_of(document: Document, toponyms: Sequence[Toponym], geocoder: Geocoder) -> Scene:
    """The names of a text and of the paper where it appeared, with all that they may mean."""
    home = [*homes(document.publisher, geocoder), *told(document.text)]
    regions = frozenset(group.candidates[0].region_code for group in home if len(group.candidates) == 1) - {
        ""
    }
    keys = [key_of(toponym) for toponym in toponyms]
    groups = [*groups_of(toponyms, keys, geocoder, regions), *home]
    return Scene.of(groups, foreign=language_of(document) != "en")


@dataclass(frozen=True, slots=True)
class _Settled:
    candidate: Candidate | None
    score: float
    reasons: tuple[str, ...]
    runners_up: tuple[Candidate, ...] = ()


def _settled(scene: Scene, ranker: Ranker, ranked: Ranked, publisher: str) -> Iterator[_Settled]:
    named = [index for index, group in enumerate(scene.groups) if not group.home]
    best = {index: _order(scene, ranked, index)[0] for index in named if scene.groups[index].candidates}
    areas = Areas(scene.around.candidates[row] for row in best.values())
    sure = np.array([row for row in best.values() if ranked.shares[row] >= SURE], dtype=np.intp)
    nearest = Nearest(scene.around, sure, NEARBY_KM)
    for index in named:
        group = scene.groups[index]
        if index not in best:
            yield _Settled(None, 0.0, (_missing(group),))
            continue
        order = _order(scene, ranked, index)
        places = [scene.around.candidates[row] for row in order]
        row = order[0]
        signs = signs_of_doubt(ranked.features[row], float(ranked.shares[row]))
        score = ranker.likely(signs)
        asked = scene.foreign or len(best) == 1 or group.asked.kind == "city"
        doubt = _lacking(group) or _doubt(places[0], signs, score, asked=asked)
        if doubt:
            yield _Settled(None, 0.0, (doubt,), tuple(places[:RUNNERS_UP]))
            continue
        own = ranked.features[row]
        other = ranked.features[order[1]] if len(order) > 1 else np.zeros(len(FEATURES))
        chosen = Chosen(
            places[0],
            group,
            dict(zip(FEATURES, (ranker.weights * (own - other)).tolist(), strict=True)),
            any(own[FEATURES.index(name)] > 0 for name in BY_HOME),
            any(own[FEATURES.index(name)] > 0.1 for name in HOME_REGION),
            areas,
            nearest.to(row),
            publisher,
        )
        yield _Settled(places[0], round(score, 4), reasons(chosen), tuple(places[1 : 1 + RUNNERS_UP]))


def _order(scene: Scene, ranked: Ranked, index: int) -> list[int]:
    """The rows of a group's candidates, the likeliest first."""
    return sorted(range(scene.starts[index], scene.starts[index + 1]), key=lambda row: -ranked.sums[row])


def _doubt(best: Candidate, signs: Sequence[float], score: float, *, asked: bool) -> str:
    """Why the best candidate is too unlikely to be drawn; empty where it is not.

    Args:
        best: The best candidate.
        signs: What tells how far it is to be trusted.
        score: How likely it is right, 0 to 1.
        asked: Whether a small town may well be meant: one is asked for, or the text names nothing else
            or is not in English, of which nothing was measured.
    """
    place = f"{best.name} ({best.country_code})" if best.country_code else best.name
    by_name = dict(zip(CONFIDENCE, signs, strict=True))
    is_lone = by_name["support"] < LITTLE_SUPPORT and not by_name["container"] and not asked
    if best.kind == "city" and best.population < SMALL_TOWN and is_lone:
        return f"{place} is small and far from what else the text names"
    return f"{place} is too little known to be meant" if score < LEAST else ""


def _lacking(group: Group) -> str:
    asked = group.asked
    return f"no {asked.name} in {asked.lacking} is in the gazetteer" if asked.lacking else ""


def _missing(group: Group) -> str:
    if group.asked.kind is None:
        return f"no place named {group.asked.name} is in the gazetteer"
    return f"no {group.asked.kind} named {group.asked.name} is in the gazetteer"
