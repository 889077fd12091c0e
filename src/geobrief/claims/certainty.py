"""How sure: what a sentence's verbs and adverbs say of the standing of what it tells."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims.attribution import Attribution
from geobrief.model import Certainty

__all__ = ["certainty"]

_PATTERNS: Final[tuple[tuple[Certainty, re.Pattern[str]], ...]] = (
    (
        "denied",
        re.compile(
            # Who denies an entry or a visa says nothing about a claim.
            r"\b(?:den(?:y|ies|ied|ying)\b(?!\s(?:him|her|them|us|me|entry|access|permission|bail|visas?|asylum|a\s))"
            r"|denials?\b|refut(?:e|es|ed|ing)\b|rebut(?:s|ted|ting)?\b|disavow(?:s|ed|ing)?\b"
            r"|(?:reject|dismiss)(?:s|es|ed|ing)?\s(?:\w+\s){0,3}(?:claims?|reports?|allegations?|accusations?|rumou?rs)\b)"
        ),
    ),
    (
        "doubted",
        re.compile(
            r"\b(?:(?<!no )(?<!without )(?<!without a )doubt(?:s|ed|ing|ful)?\b|s[ck]eptic(?:al|s|ism)?\b|unlikely\b"
            r"|implausible\b|improbable\b|unconvinced\b|disput(?:e|es|ed)\b(?=\s(?:the|that|this|those|these|his|its))"
            r"|question(?:s|ed|ing)?\swhether\b|call(?:s|ed)?\sinto\squestion\b|not\sconvinced\b)"
        ),
    ),
    (
        "possible",
        re.compile(
            r"\b(?:(?:may|might)\b(?!\s\d)|could\b(?!\s?n[o’']t)|couldn’t rule out\b|possib(?:le|ly|ility)\b|perhaps\b|maybe\b"
            r"|potentially\b|suspect(?:s|ed|ing)?\b(?=\s(?:that|it|the|of|he|she|they|an?\b|\w+\s(?:is|was|are|were|has|had)))"
            r"|warn(?:s|ed|ing|ings)?\b|speculat(?:e|es|ed|ing|ion)\b|fear(?:s|ed|ing)?\b(?=\s(?:that|the|it|a|for|of)\b)"
            r"|at\srisk\sof\b|appears?\sto\b|appeared\sto\b|seems?\sto\b)"
        ),
    ),
    (
        "expected",
        re.compile(
            r"\b(?:will\b(?!’s|'s)|would\b|won[’']t\b|shall\b|\w+[’']ll\b|plan(?:s|ned|ning)?\s(?:to|for|on)\b|planned\b"
            r"|(?:a|the|its|his|their)\splans?\b|expect(?:s|ed|ing|ation|ations)?\b|forecast(?:s|ed|ing)?\b|predict(?:s|ed|ing|ion|ions)?\b"
            r"|project(?:s|ed)\s(?:that|to)\b|aim(?:s|ed|ing)?\sto\b|inten(?:d|ds|ded|ding|t|tion)\b|due\sto\s(?=(?:open|begin|start"
            r"|arrive|meet|visit|take|be|leave|end|finish|vote|hold|go|return|close|expire|launch|come)\b)|scheduled\b|slated\b|(?:is|are|was|were)\sset\sto\b"
            r"|(?:is|are|’s|'s|was|were)\sgoing\sto\b|(?:pledg|promis)(?:e|es|ed|ing)\b|vow(?:s|ed|ing)?\b|poised\sto\b|on\strack\sto\b"
            r"|hop(?:e|es|ed|ing)\sto\b|about\sto\b|(?:is|are)\sto\s(?=[a-z]{2,}\b)(?!the\b|a\b|an\b|its\b|his\b|their\b|blame\b))"
        ),
    ),
    (
        "claimed",
        re.compile(
            # A flood that claims lives claims nothing; a claimant does.
            r"\b(?:claim(?:s|ed|ing)?\b(?!\s(?:the\slives|(?:[\w,-]+\s){0,4}lives|benefits|asylum|a\sseat|victory))"
            r"|alleg(?:e|es|ed|edly|ing|ation|ations)\b|purport(?:s|ed|edly|ing)?\b|accus(?:e|es|ed|ing|ation|ations)\b|supposedly\b"
            r"|so-called\sevidence\b|self-proclaimed\b)"
        ),
    ),
    (
        "reported",
        re.compile(
            r"\b(?:reportedly|report(?:ed|s|ing)?\b(?!\s(?:to|for)\s(?:work|duty|police))|unconfirmed|apparently|rumou?r(?:s|ed)?\b"
            r"|(?:is|are|was|were|been)\s(?:widely\s)?(?:said|believed|thought|understood|rumou?red|reported)\sto\b"
            r"|revelations?\b|revealed\b|reveals\b|leak(?:s|ed)\b|sources?\s(?:say|said|told|close)|(?:satellite|aerial)\s(?:imagery|images|photos)\b"
            r"|hearsay\b|word\sthat\b|news\sthat\b)"
        ),
    ),
)


def certainty(sentence: str, attribution: Attribution | None) -> Certainty:
    """The strongest standing that applies, in the order of `model.CERTAINTIES`.

    >>> certainty("The dam may break.", None)
    'possible'
    """
    lowered = _lower_but_months(sentence)
    for name, pattern in _PATTERNS:
        if pattern.search(lowered):
            return name
    return "stated" if attribution is None else "attributed"


def _lower_but_months(sentence: str) -> str:
    """Lower case, with the month of May left as it is unless it opens the sentence."""
    return sentence[:1].lower() + re.sub(r"\b(?!May\b|Will\b)\w+", lambda word: word[0].lower(), sentence[1:])
