"""The verbs and nouns of movement, and which way each points; what moves with none of them is no flow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from geobrief.claims.inflection import forms

__all__ = ["MOVES", "NO_GOODS", "NO_TRAVELLERS", "PHRASAL_MOVES", "Move"]

Move: TypeAlias = Literal["send", "carry", "haul", "take", "leave", "reach"]
"""`send`: the subject is where it starts. `take`: the subject is where it ends. `carry`: both ends stand in
phrases of their own. `haul`: where it has an object, its subject may be where it starts. `leave`: the object
is where it starts. `reach`: the object is where it ends."""

_SEND: Final = """
deliver deploy deport dispatch donate export extradite give hand provide repatriate reexport sell send ship
smuggle supply transfer
"""
_CARRY: Final = """
airlift arrive bring bus carry come convey cross divert drive escape evacuate ferry flow flee fly go haul
head land march migrate move pour pull pump redeploy relocate reroute resettle return roll sail steam swim
take tow traffic transport travel trek truck trundle walk withdraw
"""
_NOUNS: Final = """
airlift airlifts cargo cargoes consignment consignments convoy convoys deliveries delivery deportation
deportations evacuation evacuations exodus exports flight flights imports sales shipment shipments supplies
transfers transit bound
"""
_HAUL: Final = "airlift evacuate ferry fly move return transport truck"
_TAKE: Final = "buy get import obtain procure purchase receive"
_LEAVE: Final = "abandon depart desert escape evacuate exit flee leave quit"
_REACH: Final = "enter reach"


def _moves() -> dict[str, frozenset[Move]]:
    found: dict[str, set[Move]] = {}
    kinds: tuple[tuple[Move, str], ...] = (
        ("send", _SEND),
        ("carry", _CARRY),
        ("haul", _HAUL),
        ("take", _TAKE),
        ("leave", _LEAVE),
        ("reach", _REACH),
    )
    for kind, lemmas in kinds:
        for lemma in lemmas.split():
            for form in forms(lemma):
                found.setdefault(form, set()).add(kind)
    for noun in _NOUNS.split():
        found.setdefault(noun, set()).add("carry")
    return {form: frozenset(kinds) for form, kinds in found.items()}


PHRASAL_MOVES: Final[Mapping[tuple[str, str], frozenset[Move]]] = MappingProxyType(
    {
        **{(verb, "up"): frozenset({"carry"}) for verb in ("end", "ends", "ended", "turned", "wound")},
        **{(verb, way): frozenset({"carry"}) for verb in ("set", "sets") for way in ("off", "out")},
        **{(verb, "in"): frozenset({"take"}) for verb in ("take", "takes", "took", "taken")},
    }
)
"""Verbs that move somebody only with the word after them, as "took in"."""
MOVES: Final = MappingProxyType(_moves())
"""What a form means, in lower case."""
NO_GOODS: Final = re.compile(
    r"[$€£¥]|\b(?:dollars?|euros?|pounds|yen|yuan|roubles?|rubles?|rupees|money|funds?|funding|cash|loans?|payments?"
    r"|remittances|bribes?|investments?|calls?|letters?|messages?|e-?mails?|texts?|signals?|greetings|condolences"
    r"|warnings?|ultimatums?|invitations?|notes?|telegrams?|proposals?|questions?|answers?|votes?|word|news"
    r"|powers?\sof|control|sovereignty|ownership|attention|blame|credit)\b",
    re.IGNORECASE,
)
"""Money, words and rights: they pass from hand to hand, not over land."""
NO_TRAVELLERS: Final = re.compile(
    r"\b(?:talks|negotiations|war|fighting|violence|protests?|unrest|prices?|costs?|rates?|temperatures?|focus|attention"
    r"|borders?|roads?|pipelines?|lines?|cables?|virus|disease|cholera|epidemic|outbreak|fires?|winds?|storms?|capital"
    r"|powers|headquarters|numbers?|figures?|shares?|output|production)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What moves, spreads or shifts without anybody or anything on its way."""
