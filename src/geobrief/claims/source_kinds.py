"""What a source is: somebody by name, an institution, or somebody whom the text does not name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from geobrief.claims.cues import INFORMATION
from geobrief.claims.quotations import inside
from geobrief.claims.verbs import ORGANISATIONS, is_person_noun
from geobrief.claims.words import (
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    Token,
    tokens,
    word_set,
)
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.vocabulary import TITLES
from geobrief.model import SourceKind, Span

__all__ = ["PersonNames", "person_in", "source_kind"]

_OFFICES: Final = ORGANISATIONS | word_set(
    "academy airlines airport bureau cabinet center centre chamber church club college congress corp "
    "corporation daily directorate embassy energy exchange federation foundation fund gazette "
    "guard herald hospital house inc institute journal kremlin law llc ltd magazine nations news "
    "observatory organization parliament pentagon plc post press radio red republic research rights school "
    "senate society coastguard station street television times treasury tribunal tribune trust tv watch"
)
"""Words in the names of institutions."""
_PARTICLES: Final = word_set("al bin da de del der di du el ibn la van von")
_BREAKS: Final = PREPOSITIONS | word_set("who which that whose")
_LONGEST_NAME: Final = 4
_LAST_WORD: Final = re.compile(r"\b[A-Z][a-z]+\.?\s$")
_NAME_SUFFIX: Final = re.compile(r"[’']s?$")


class PersonNames:
    """The persons whom a text names, so that a surname alone is known for one."""

    def __init__(self, text: str) -> None:
        self._full: dict[str, str] = {}
        self._spans: list[Span] = []
        for name in _person_names(tokens(text)):
            if len(name) > 1:
                self._full.setdefault(_plain(name[-1].text), " ".join(_plain(word.text) for word in name))
            start = _title_start(text, name[0].start)
            is_given = len(name) > 1 and name[0].text in default_lexicon().given_names
            if start < name[0].start or is_given or _plain(name[-1].text) in self._full:
                self._spans.append((start, name[-1].end))
        self._text = text

    def full(self, surname: str) -> str:
        """The full name with this last word, as it first stands in the text; empty where there is none."""
        return self._full.get(_plain(surname), "")

    def between(self, start: int, end: int, places: Sequence[Span] = ()) -> list[str]:
        """The persons whom a stretch of the text names, in its order, by their full names.

        Only who is a person for sure: by a given name, a title, or the full name before. `places` are the
        text's toponyms.
        """
        first = bisect_left(self._spans, (start, 0))
        last = bisect_left(self._spans, (end, 0))
        named = (span for span in self._spans[first:last] if not inside(places, *span))
        names = (_plain(self._text[slice(*span)]) for span in named)
        return [self.full(name.split()[-1]) or name for name in names]


def _title_start(text: str, start: int) -> int:
    """Where the title before a name begins, as "Ms" in "Ms Ruiz"; `start` where there is none."""
    title = _LAST_WORD.search(text, max(0, start - 14), start)
    return title.start() if title and title[0].lower().rstrip(" .") in TITLES else start


def _person_names(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Runs of capitalised words that may name a person; a title before it is none of the name's."""
    at = 0
    while at < len(words):
        if not _is_part(words[at]):
            at += 1
            continue
        if (
            words[at].lower in default_lexicon().ordinary
            and words[at].text not in default_lexicon().given_names
        ):
            # "Although Ruiz", "Insurance broker Ruiz": capitals that only begin a sentence.
            at += 1
            continue
        start = at
        while at < len(words) and (
            _is_part(words[at]) or (words[at].lower in _PARTICLES and words[at - 1].is_name)
        ):
            at += 1
        if at - start <= _LONGEST_NAME and not _is_office_name(words, start, at):
            yield words[start:at]


def _is_part(word: Token) -> bool:
    lower = word.lower.rstrip(".")
    if not word.is_name or lower in TITLES or lower in WEEKDAYS or lower in MONTHS or lower in DETERMINERS:
        return False
    if word.text.isupper() and len(word.text) > 1 and not word.text.endswith("."):
        return False
    return lower not in default_lexicon().demonyms and lower not in PREPOSITIONS


def _is_office_name(words: Sequence[Token], start: int, end: int) -> bool:
    following = words[end].lower if end < len(words) else ""
    return any(_plain(word.lower) in _OFFICES for word in words[start:end]) or (
        following in _OFFICES and following not in ("post", "times")
    )


def _plain(name: str) -> str:
    return _NAME_SUFFIX.sub("", name)


def person_in(by: str, names: PersonNames, places: Sequence[Span] = ()) -> str:
    """The person whom a source names, in full where the text does so; empty where it names none.

    Args:
        by: The source.
        names: The persons of the text.
        places: The toponyms in `by`, which are no persons.

    >>> person_in("deputy minister Ana Ruiz", PersonNames("Ana Ruiz spoke."))
    'Ana Ruiz'
    >>> person_in("Ruiz's office", PersonNames("Ana Ruiz spoke."))
    ''
    """
    for phrase in _noun_phrases(tokens(by)):
        name = next((name for name in _person_names(phrase) if name[-1] == phrase[-1]), None)
        if name is None or _NAME_SUFFIX.search(name[-1].text):
            continue
        titled = len(phrase) > len(name) and phrase[-len(name) - 1].lower.rstrip(".") in TITLES
        full = names.full(name[-1].text)
        if not titled and inside(places, name[0].start, name[-1].end):
            continue
        if full or titled or len(name) > 1:
            return full or " ".join(word.text for word in name)
    return ""


def _noun_phrases(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Stretches between marks, each up to its first preposition or relative clause."""
    start = 0
    for at in range(len(words) + 1):
        if at < len(words) and words[at].is_word:
            continue
        phrase = words[start:at]
        end = next((i for i, word in enumerate(phrase) if word.lower in _BREAKS), len(phrase))
        if end:
            yield phrase[:end]
        start = at + 1


def source_kind(by: str, names: PersonNames, places: Sequence[Span] = ()) -> SourceKind:
    """What a source is; empty for a pronoun, which is what it stands for. Arguments as of `person_in`.

    >>> [source_kind(by, PersonNames("")) for by in ("Ana Ruiz", "the ministry", "two officials in Lima")]
    ['named', 'institution', 'anonymous']
    """
    words = next(_noun_phrases(tokens(by)), ())
    if not words or words[-1].lower in SUBJECT_PRONOUNS:
        return ""
    if person_in(by, names, places):
        return "named"
    head = words[-1]
    is_plain = not head.is_name or (len(words) == 1 and head.lower in default_lexicon().ordinary)
    if is_plain and (is_person_noun(head.lower) or head.lower in INFORMATION):
        is_document = head.lower in INFORMATION and any(word.is_name for word in words[1:])
        return "institution" if is_document else "anonymous"
    has_name = any(word.is_name and word.lower not in DETERMINERS for word in words)
    return "institution" if head.lower in _OFFICES or (has_name and not is_plain) else "anonymous"
