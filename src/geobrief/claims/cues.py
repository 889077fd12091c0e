"""Cue verbs: the words that tell that somebody says, thinks or shows something, and how each is used.

Own table, by the classes of English speech-act verbs (Levin 1993, sections 29.4, 29.5 and 37).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from geobrief.claims.inflection import Form, forms
from geobrief.claims.words import word_set

__all__ = ["CUES", "INFORMATION", "Cue"]

Use: TypeAlias = Literal["speech", "clause", "stance"]


class Cue(NamedTuple):
    """One form of a cue verb."""

    lemma: str
    use: Use
    """`speech`: its subject speaks; `clause`: with a clause or quotation; `stance`: a person's attitude."""
    form: Form


_SPEECH = """
acknowledge admit allege announce argue articulate ask assert assure boast brag caution claim
clarify comment complain concede confirm contend deny doubt emphasise emphasize estimate exclaim
expect explain forecast insist joke lament mention note predict quip recall recount reiterate remark
reply respond retort say stress tell testify tweet urge vow warn write accuse blame condemn
criticise criticize denounce interject shout thunder chant continue whisper affirm
attest opine reckon proclaim concur
"""
_CLAUSE = """
add advise appear assess assume calculate cite conclude counter declare demand demonstrate describe
detail determine disclose discover document echo figure find guarantee guess hear highlight hint
imagine imply indicate inform interpret judge learn maintain mean notify observe order pledge point
post project promise propose prove publish question quote read realise realize record remember
repeat report reveal rule show signal sound speculate state suggest summarise summarize swear
testify threaten underline underscore understand voice anticipate foresee envisage envision recommend
specify stipulate theorize hypothesize posit wonder count tally request divulge
"""
_STANCE = """
agree aim appeal applaud believe call consider decide decline decry defend disagree dismiss endorse
favor favour fear feel hail hope intend know lambast mock object oppose plan portray praise prefer
refuse regard reject support suspect thank think want welcome wish worry dispute refute rebut
challenge advocate slam blast tout laud label characterize characterise seek
"""
INFORMATION: Final = word_set(
    """
analyses analysis article audit census data document documents email emails estimate estimates
evidence figures filing filings findings footage image imagery images index inquiry intelligence
investigation leaflet letter map maps memo paper photo photographs photos picture pictures poll polls record
records report reports research results review statement statistics studies study survey surveys tally
transcript transcripts video videos
"""
)
"""Nouns that "show" and "suggest" as witnesses do."""


def _table() -> dict[str, Cue]:
    uses: tuple[tuple[Use, str], ...] = (("stance", _STANCE), ("clause", _CLAUSE), ("speech", _SPEECH))
    return {
        form: Cue(lemma, use, kind)
        for use, lemmas in uses
        for lemma in lemmas.split()
        for form, kind in forms(lemma).items()
    }


CUES: Final = MappingProxyType(_table())
"""Cue by its form in lower case."""
