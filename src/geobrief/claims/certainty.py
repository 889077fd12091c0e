"""How sure: what a sentence's verbs and adverbs say of the standing of what it tells."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims.attribution import Attribution
from geobrief.model import Certainty

__all__ = ["certainty"]


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})")


_STATEMENTS: Final = r"(?:claims?|reports?|allegations?|accusations?|rumou?rs|suggestions?)\b"
_DENIED: Final = _any(
    # Who denies an entry or a visa says nothing about a claim.
    r"den(?:y|ies|ied|ying)\b(?!\s(?:him|her|them|us|me|entry|access|permission|bail|visas?|asylum|an?)\b)",
    r"denials?\b",
    r"(?:refut|repudiat)(?:e|es|ed|ing)\b",
    r"rebut(?:s|ted|ting)?\b",
    rf"(?:reject|dismiss)(?:s|es|ed|ing)?\s(?:\w+\s){{0,3}}{_STATEMENTS}",
)
_DOUBTED: Final = _any(
    r"(?<!no )(?<!without )(?<!without a )doubt(?:s|ed|ing|ful)?\b",
    r"s[ck]eptic(?:al|s|ism)?\b",
    r"(?:unlikely|implausible|improbable|unconvinced)\b",
    r"disput(?:e|es|ed)\s(?:the|that|this|those|these|his|her|its|their|whether)\b",
    r"question(?:s|ed|ing)?\swhether\b",
    r"call(?:s|ed)?\sinto\squestion\b",
    r"not\sconvinced\b",
)
_POSSIBLE: Final = _any(
    r"(?:may|might)\b(?!\s\d)",
    r"could\b(?!\snot)",
    r"possib(?:le|ly|ility)\b",
    r"(?:perhaps|maybe|potentially)\b",
    r"suspect(?:s|ed|ing)?\s(?:that|it|the|of|he|she|they|an?|\w+\s(?:is|was|are|were|has|had))\b",
    r"warn(?:s|ed|ing|ings)?\b",
    r"speculat(?:e|es|ed|ing|ion)\b",
    r"fear(?:s|ed|ing)?\s[“\"']?(?:that|the|it|an?|for|of)\b",
    r"at\srisk\sof\b",
    r"(?:appear|seem)(?:s|ed)?\sto\b",
)
_EXPECTED: Final = _any(
    r"(?:will|would|shall)\b",
    r"(?:wo|would)n[’']t\b",
    r"\w+[’']ll\b",
    r"plan(?:s|ned|ning)?\s(?:to|for|on)\b",
    r"planned\b",
    r"(?:an?|the|its|his|her|their)\splans?\b",
    r"expect(?:s|ed|ing|ation|ations)?\b",
    r"forecast(?:s|ed|ing)?\b",
    r"predict(?:s|ed|ing|ion|ions)?\b",
    r"project(?:s|ed)\s(?:that|to)\b",
    r"(?:aim|hop)(?:s|es|ed|ing)?\sto\b",
    r"inten(?:d|ds|ded|ding|t|tion|tions)\b",
    r"due\sto\s(?:open|begin|start|arrive|meet|visit|take|be|leave|end|finish|vote|hold|go|return|close|come)\b",
    r"(?:scheduled|slated)\b",
    r"(?:set|poised|about|going|on\strack)\sto\b",
    r"(?:pledg|promis)(?:e|es|ed|ing)\b",
    r"vow(?:s|ed|ing)?\b",
    r"(?:is|are)\sto\s(?!the\b|an?\b|its\b|his\b|her\b|their\b|blame\b)[a-z]",
)
_CLAIMED: Final = _any(
    # A flood that claims lives claims nothing, nor does who claims a benefit.
    r"claim(?:s|ed|ing)?\b(?!\s(?:[\w,-]+\s){0,4}lives\b|\s(?:benefits|asylum|a\sseat)\b)",
    r"alleg(?:e|es|ed|edly|ing|ation|ations)\b",
    r"purport(?:s|ed|edly|ing)?\b",
    r"accus(?:e|es|ed|ing|ation|ations)\b",
    r"supposedly\b",
)
_REPORTED: Final = _any(
    r"reportedly\b",
    r"report(?:ed|s|ing)?\b(?!\s(?:to|for)\s(?:work|duty|police))",
    r"(?:unconfirmed|apparently)\b",
    r"rumou?r(?:s|ed)?\b",
    r"(?:is|are|was|were|been)\s(?:\w+ly\s)?(?:said|believed|thought|understood)\sto\b",
    r"revelations?\b",
    r"reveal(?:s|ed)\b",
    r"leak(?:s|ed)\b",
    r"sources?\s(?:say|said|told|close)\b",
    r"(?:satellite|aerial)\s(?:imagery|images|photos|photographs)\b",
    r"(?:word|news)\sthat\b",
)
_PATTERNS: Final[tuple[tuple[Certainty, re.Pattern[str]], ...]] = (
    ("denied", _DENIED),
    ("doubted", _DOUBTED),
    ("possible", _POSSIBLE),
    ("expected", _EXPECTED),
    ("claimed", _CLAIMED),
    ("reported", _REPORTED),
)
_KEPT = re.compile(r"\b(?!May\b|Will\b)\w+")
"""Words that mean the same in any case; May is a month and Will a man."""


def certainty(sentence: str, attribution: Attribution | None) -> Certainty:
    """The strongest standing that applies, in the order of `model.CERTAINTIES`.

    >>> certainty("The dam may break.", None)
    'possible'
    """
    lowered = sentence[:1].lower() + _KEPT.sub(lambda word: word[0].lower(), sentence[1:])
    for name, pattern in _PATTERNS:
        if pattern.search(lowered):
            return name
    return "stated" if attribution is None else "attributed"
