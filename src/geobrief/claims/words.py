"""A sentence as tokens, and the few word classes that the rules of this room share."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "CLAUSE_OPENERS",
    "COMMON_VERBS",
    "DETERMINERS",
    "LY_ADJECTIVES",
    "MONTHS",
    "PREPOSITIONS",
    "SUBJECT_PRONOUNS",
    "WEEKDAYS",
    "Token",
    "tokens",
    "word_set",
]


class Token(NamedTuple):
    """A word, number or mark of a text, with its half-open offsets."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or digit, as no punctuation mark does."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Maj|Capt|Sgt|Gov|Sen|Sens|Rep|Reps|Rev|Prof|Adm|Brig|Cmdr|St|Mt|Ft|Jr|Sr|No|Nos)\."
    r"|[A-Z]\.(?=\s[A-Z])"  # an initial
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:[-’'.&]\w+)*(?:[’'](?=\s))?"
    r"|''|\w+|\S"
)


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; hyphenated words, abbreviations and possessives are one token each."""
    return [Token(*m.span(), m[0], m[0].lower().replace("’", "'")) for m in _TOKEN.finditer(text)]


def word_set(words: str) -> frozenset[str]:
    """The words of a list that white space separates."""
    return frozenset(words.split())


DETERMINERS: Final = word_set(
    "the a an this that these those its his her their our my your some many most several few all "
    "both each every no any another other more one two three four five six seven eight nine ten "
    "dozens hundreds thousands"
)
SUBJECT_PRONOUNS: Final = word_set("he she they we i it you")
AUXILIARIES: Final = word_set(
    "is are was were be been being am has have had having do does did will would can could may "
    "might must shall should ought 's 're 've 'd"
)
ADVERBS: Final = word_set(
    "also then later not never n't even ever still just now soon once again already often always "
    "sometimes first however moreover additionally furthermore nevertheless nonetheless besides "
    "similarly further long yesterday today tonight earlier instead too only ago since thus "
    "therefore meanwhile rather"
)
LY_ADJECTIVES: Final = word_set(
    "early daily weekly monthly yearly quarterly elderly family friendly likely lonely costly deadly orderly "
    "assembly"
)
"""Words that end like an adverb and are none."""
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
PREPOSITIONS: Final = word_set(
    "of in at for from with on to by near between among under over during against about into through within "
    "across outside inside behind beyond around above below toward towards amid without despite"
)
CLAUSE_OPENERS: Final = word_set(
    "that but because as when while if although though whether so since after before until unless where than "
    "whereas yet nor what how why"
)
COMMON_VERBS: Final = word_set(
    "went came took made gave got left began broke built bought brought caught chose cut drew drove "
    "fell felt fled flew fought found froze grew held hit hurt kept killed knew laid led lent let "
    "lies lost met paid put ran rose sank sat saw sent set shot shut sold spent spoke spread stood "
    "stole struck swept swam taught tore threw told thought went won wore wrote hits kills rises "
    "falls lies has says goes makes takes gives runs holds keeps leads remains"
)
"""Forms that neither their ending nor the cue table shows to be verbs."""
