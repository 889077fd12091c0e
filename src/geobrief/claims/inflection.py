"""Forms of English verbs, made from their lemmas."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, TypeAlias

__all__ = ["Form", "forms"]

Form: TypeAlias = Literal["base", "s", "past", "ing"]
"""`past` is the participle too."""

_IRREGULAR: Final = MappingProxyType(
    {
        "bring": "brought",
        "build": "built",
        "bus": "bused bussed",
        "buy": "bought",
        "come": "came come",
        "cost": "cost",
        "cut": "cut",
        "drive": "drove driven",
        "feel": "felt",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "forecast": "forecast forecasted",
        "get": "got",
        "give": "gave given",
        "go": "went gone",
        "hear": "heard",
        "hold": "held",
        "hurt": "hurt",
        "keep": "kept",
        "know": "knew known",
        "leave": "left",
        "lend": "lent",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "prove": "proved proven",
        "read": "read",
        "say": "said",
        "quit": "quit",
        "sell": "sold",
        "send": "sent",
        "shed": "shed",
        "shoot": "shot",
        "show": "showed shown",
        "slay": "slew slain",
        "stand": "stood",
        "swear": "swore sworn",
        "swim": "swam swum",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "total": "totalled totaled",
        "travel": "travelled traveled",
        "understand": "understood",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
    }
)
_DOUBLED: Final = frozenset(
    [
        "admit",
        "brag",
        "bus",
        "cut",
        "get",
        "plan",
        "prefer",
        "quip",
        "shed",
        "ship",
        "transfer",
        "transit",
        "travel",
    ]
)
"""Verbs that double their last letter, as in "shipped"."""


def forms(lemma: str) -> dict[str, Form]:
    """Every form of a verb, in lower case, with what it is.

    >>> list(forms("ship"))
    ['ship', 'ships', 'shipping', 'shipped']
    """
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeou"
    hissing = lemma.endswith(("s", "sh", "ch", "o"))
    third = lemma[:-1] + "ies" if consonant_y else lemma + ("es" if hissing else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    past = lemma[:-1] + "ied" if consonant_y else stem + ("d" if stem.endswith("e") else "ed")
    if lemma.endswith("ie"):
        stem = lemma[:-2] + "y"
    ing = stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith("ee") else stem + "ing"
    pasts = _IRREGULAR.get(lemma, past).split()
    return {lemma: "base", third: "s", ing: "ing", **dict.fromkeys(pasts, "past")}
