"""By which recognizer and geocoder places are found: geobrief's own, or others behind the same protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geobrief.errors import GeocoderError, RecognizerError
from geobrief.gazetteer import Gazetteer, Geocoder
from geobrief.geoparse.protocol import Recognizer
from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.resolve import resolve
from geobrief.geoparse.toponym import Resolution, Toponym
from geobrief.model import Candidate, Document
from geobrief.text.names import comparable

__all__ = ["OWN_METHODS", "Geoparser", "Methods", "geoparser_of", "open_geoparser"]

_NAMES_TOLD: Final = 3
"""Names that a warning lists; the others are in the brief."""


@dataclass(frozen=True, slots=True)
class Methods:
    """What the user chose, as the options name it; plain strings, so that each process can open its own."""

    recognizer: str = ""
    """`spacy:MODEL`; empty for geobrief's own."""
    geocoder: str = ""
    """`nominatim:URL`, asked for names that the gazetteer lacks; empty for none."""


OWN_METHODS: Final = Methods()
"""Geobrief's own, offline."""


class Geoparser:
    """A recognizer and where its names are looked up, opened, for any number of documents, in one thread."""

    def __init__(self, recognizer: Recognizer, gazetteer: Geocoder, geocoder: Geocoder | None = None) -> None:
        """Ties them together.

        Args:
            recognizer: Finds the names.
            gazetteer: Where they are looked up.
            geocoder: Asked for the names that the gazetteer lacks.
        """
        self._recognizer = recognizer
        self._gazetteer = gazetteer
        self._geocoder = geocoder
        self._unanswered: dict[str, str] = {}

    def resolutions(self, document: Document) -> tuple[Resolution, ...]:
        """One resolution a toponym, in the order of the text.

        A geocoder that fails stops nothing: the name stays without a place, and its reasons say why.
        """
        toponyms = self._recognizer.recognize(document)
        found = resolve(document, toponyms, self._gazetteer)
        if self._geocoder is None:
            return found
        further = _Further(self._gazetteer, self._geocoder)
        for name in dict.fromkeys(each.toponym.name for each in found if each.candidate is None):
            further.ask(name)
        if further.knows_more:
            found = resolve(document, toponyms, further)
        self._unanswered |= further.faults
        return tuple(further.told(each) for each in found)

    def take_warning(self) -> str:
        """One line on the names for which the geocoder failed since this was last asked; empty if none."""
        warning = _warning_of(self._unanswered)
        self._unanswered.clear()
        return warning


class _Further:
    """A gazetteer with what a geocoder adds to it for one document."""

    def __init__(self, gazetteer: Geocoder, geocoder: Geocoder) -> None:
        self._gazetteer = gazetteer
        self._geocoder = geocoder
        self._answers: dict[str, Sequence[Candidate]] = {}
        self._faults: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        """What went wrong, by the names as the text has them."""

    def candidates(self, name: str) -> Sequence[Candidate]:
        """What the gazetteer knows, else what the geocoder answered."""
        return self._gazetteer.candidates(name) or self._answers.get(comparable(name), ())

    def ask(self, name: str) -> None:
        """Asks the geocoder for a name that the gazetteer lacks, once for all its spellings."""
        key = comparable(name)
        if key in self._answers or key in self._faults or self._gazetteer.candidates(name):
            return
        try:
            self._answers[key] = self._geocoder.candidates(name)
        except GeocoderError as error:
            self._faults[key] = str(error)
            self.faults[name] = str(error)

    @property
    def knows_more(self) -> bool:
        """Whether the geocoder found anything."""
        return any(self._answers.values())

    def told(self, resolution: Resolution) -> Resolution:
        """The resolution, whose reasons say what came of asking."""
        key = comparable(resolution.toponym.name)
        service = getattr(self._geocoder, "name", "the geocoder")
        if key in self._faults:
            told = f"it may well exist: {self._faults[key]}"
        elif key not in self._answers:
            return resolution
        elif self._answers[key]:
            told = f"not in the gazetteer, but known to {service}"
        else:
            told = f"{service} knows no place of that name either"
        return replace(resolution, reasons=(*resolution.reasons, told))


def open_geoparser(gazetteer: Gazetteer, methods: Methods = OWN_METHODS) -> Geoparser:
    """Opens what the methods name. A process opens it once and asks it for each of its documents.

    Raises:
        RecognizerError: The recognizer is unknown, or its package or model is missing.
        GeocoderError: The geocoder is unknown, its package is missing, or its address is none.
    """
    return geoparser_of(gazetteer, methods.recognizer, methods.geocoder)


def geoparser_of(
    gazetteer: Gazetteer, recognizer: str | Recognizer = "", geocoder: str | Geocoder = ""
) -> Geoparser:
    """The same from options, or from objects that follow the protocols."""
    if isinstance(recognizer, str):
        recognizer = _opened_recognizer(recognizer, gazetteer)
    if isinstance(geocoder, str):
        return Geoparser(recognizer, gazetteer, _opened_geocoder(geocoder, gazetteer))
    return Geoparser(recognizer, gazetteer, geocoder)


def _warning_of(unanswered: Mapping[str, str]) -> str:
    if not unanswered:
        return ""
    names = ", ".join(list(unanswered)[:_NAMES_TOLD]) + (", …" if len(unanswered) > _NAMES_TOLD else "")
    what = "1 name was" if len(unanswered) == 1 else f"{len(unanswered)} names were"
    return f"{what} not looked up and may well exist ({names}): {next(iter(unanswered.values()))}"


class _OwnRecognizer:
    """Geobrief's own `Recognizer`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        """See `geobrief.geoparse.recognize.recognize`."""
        return recognize(document, self._gazetteer)


def _opened_recognizer(option: str, gazetteer: Gazetteer) -> Recognizer:
    if not option:
        return _OwnRecognizer(gazetteer)
    prefix, _, model = option.partition(":")
    if prefix != "spacy" or not model:
        raise RecognizerError(
            f"There is no recognizer {option!r}. Give spacy:MODEL, as spacy:en_core_web_sm."
        )
    from geobrief.geoparse.spacy_recognizer import open_spacy

    return open_spacy(model, gazetteer)


def _opened_geocoder(option: str, gazetteer: Gazetteer) -> Geocoder | None:
    if not option:
        return None
    prefix, _, url = option.partition(":")
    if prefix != "nominatim" or not url:
        raise GeocoderError(
            f"There is no geocoder {option!r}. Give nominatim:URL, as nominatim:https://nominatim.openstreetmap.org"
        )
    from geobrief.gazetteer.nominatim import open_nominatim

    return open_nominatim(url, divisions=gazetteer)
