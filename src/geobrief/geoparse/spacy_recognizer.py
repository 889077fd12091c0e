"""A spaCy pipeline as a `Recognizer`: its entities, trimmed, with what the words around them say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geobrief.errors import RecognizerError
from geobrief.geoparse.containers import containers
from geobrief.geoparse.context import Context
from geobrief.geoparse.designators import Named, ends_in_common_noun, join, plural_kind
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.sites import site_kind
from geobrief.geoparse.spans import Names, Span
from geobrief.geoparse.spelling import end_of
from geobrief.geoparse.toponym import Toponym
from geobrief.geoparse.words import Text, split_words
from geobrief.model import Candidate, Document, Kind

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["PLACE_LABELS", "SpacyRecognizer", "installed_pipelines", "open_spacy"]

PLACE_LABELS: Final = frozenset(
    (
        *("GPE", "LOC", "FAC"),  # OntoNotes: English, Chinese, Japanese, Finnish; LOC alone: most of Europe
        *("FACILITY", "GPE_LOC", "GPE_ORG"),  # Romanian, Norwegian
        *("LC", "placeName", "geogName"),  # Korean, Polish
    )
)
"""Entity labels of spaCy's own pipelines that stand for places."""

LONGEST_PIECE: Final = 100_000
"""Characters given to a pipeline at once; by itself spaCy refuses more than a million."""

_LONGEST_TOLD: Final = 200
"""Characters of another's error message that are repeated."""
_UNUSED: Final = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_RULERS: Final = ("entity_ruler", "span_ruler")
"""Their patterns may ask for what the unused ones find."""
_ARTICLES: Final = frozenset(("the",))


@dataclass(frozen=True, slots=True)
class _Entity:
    """A place that the pipeline found."""

    named: Named
    candidates: Sequence[Candidate]


class SpacyRecognizer:
    """A `Recognizer`. The gazetteer tells a name from its designator, as in "Kursk region"."""

    def __init__(self, pipeline: Language, names: Names, model: str) -> None:
        """Takes an opened pipeline; `model` is what the user calls it."""
        self._pipeline = pipeline
        self._model = model
        self._names = names

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the pipeline's parts that run."""
        return tuple(self._pipeline.pipe_names)

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        """The entities that are places. Names that the gazetteer lacks are among them.

        Raises:
            RecognizerError: The pipeline fails on the text.
        """
        text = split_words(document.text)
        context = Context(text, default_lexicon())
        offsets = self._offsets(document)
        entities = list(self._entities(context, self._spans(text, offsets)))
        found = [(each.named.head, each.candidates) for each in entities]
        held = containers(text, found)
        return tuple(
            self._toponym(context, each, _words(text, found[held[index]][0]) if index in held else "")
            for index, each in enumerate(entities)
        )

    def _spans(self, text: Text, offsets: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """The words of each entity, without an article before; in order, without overlap."""
        at = 0
        for start, end in offsets:
            while at < len(text.words) and text.words[at].end <= start:
                at += 1
            last = at
            while last < len(text.words) and text.words[last].start < end:
                if last > at and "\n" in text.words[last].before:
                    break  # a heading that runs into the next line
                last += 1
            first = at + (at < last and text.words[at].lower in _ARTICLES)
            if first < last:
                yield Span(first, last - 1)
                at = last

    def _offsets(self, document: Document) -> list[tuple[int, int]]:
        """Where the pipeline's places stand, in order."""
        found: list[tuple[int, int]] = []
        try:
            for begin, end in _pieces(document.text):
                found += [
                    (begin + entity.start_char, begin + entity.end_char)
                    for entity in self._pipeline(document.text[begin:end]).ents
                    if entity.label_ in PLACE_LABELS
                ]
        except MemoryError:
            raise
        except Exception as error:  # its parts are anybody's code
            raise RecognizerError(
                f"The spaCy pipeline {self._model!r} failed on {document.id} ({_told(error)}). Ask those who "
                "made it, name another one, or leave out --recognizer."
            ) from error
        return found

    def _entities(self, context: Context, spans: Iterable[Span]) -> Iterator[_Entity]:
        free = 0
        for span in spans:
            if span.first < free:
                continue  # a designator that was joined with the name before it
            entity = self._entity(context, span)
            if entity.named.span.first < free:
                entity = _Entity(Named(span, span), self._candidates(context.text, span))
            yield entity
            free = entity.named.span.last + 1

    def _entity(self, context: Context, span: Span) -> _Entity:
        """The entity with its designator, whether the pipeline took that in or not.

        Small words at its beginning are left out where the name is known without them: "southern Ukraine".
        """
        for whole in (span, _from_capital(context.text, span)):
            for head in self._heads(context, whole):
                candidates = self._candidates(context.text, head)
                if candidates:
                    named = join(context, head, candidates)
                    if named.span.first > whole.first or named.span.last < whole.last:
                        named = Named(whole, head, named.kind or _kind(context, whole), named.full)
                    return _Entity(named, candidates)
        return _Entity(Named(span, span, _kind(context, span)), ())

    def _heads(self, context: Context, span: Span) -> Iterator[Span]:
        """The whole entity, or first what stands before a common noun; then without a designator."""
        after = context.lexicon.after.length_before(context.lower, span.last)
        parts = [span]
        if 0 < after <= span.last - span.first:
            parts.insert(not ends_in_common_noun(context, span), Span(span.first, span.last - after))
        yield from parts
        before = context.lexicon.before.length_at(context.lower, span.first)
        if 0 < before <= span.last - span.first:
            yield Span(span.first + before, span.last)

    def _candidates(self, text: Text, span: Span) -> Sequence[Candidate]:
        return self._names.candidates(_words(text, span))

    def _toponym(self, context: Context, entity: _Entity, container: str) -> Toponym:
        text, named = context.text, entity.named
        full = named.full if named.full and self._candidates(text, named.full) else None
        start, end = text.words[named.span.first].start, end_of(text, named.span, context.lexicon)
        whole = full is None and named.span == named.head
        return Toponym(
            start,
            end,
            name=text.text[start:end] if whole else _words(text, full or named.head),
            kind=named.kind or site_kind(context, named.span) or plural_kind(context, named.span),
            container=container,
            head=full is None and named.span != named.head,
        )


def open_spacy(model: str, names: Names) -> SpacyRecognizer:
    """Opens an installed pipeline by its name, or one on disk by its path.

    Raises:
        RecognizerError: spaCy or the pipeline is missing or broken, or the pipeline finds no entities.
    """
    try:
        import spacy
    except ImportError as error:
        raise RecognizerError(
            "A spaCy recognizer needs spaCy, which is not installed. Run: pip install 'geobrief[spacy]'"
        ) from error
    try:
        pipeline = spacy.load(model)
    except MemoryError:
        raise
    except Exception as error:  # its parts are anybody's code
        raise RecognizerError(_not_loaded(model, error)) from error
    if not any("doc.ents" in pipeline.get_pipe_meta(name).assigns for name in pipeline.pipe_names):
        raise RecognizerError(
            f"The spaCy pipeline {model!r} finds no entities; its parts are: "
            f"{', '.join(pipeline.pipe_names) or 'none'}. Name one with a part ner."
        )
    if not set(_RULERS) & set(pipeline.pipe_names):
        pipeline.select_pipes(disable=[name for name in _UNUSED if name in pipeline.pipe_names])
    return SpacyRecognizer(pipeline, names, model)


def installed_pipelines() -> list[str]:
    """The names of the spaCy pipelines that are installed as packages."""
    import spacy.util

    return sorted(spacy.util.get_installed_models())


def _told(error: Exception) -> str:
    """What went wrong in code of others, in one line of some length."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:_LONGEST_TOLD]


def _not_loaded(model: str, error: Exception) -> str:
    if not (isinstance(error, OSError) and "[E050]" in str(error)):
        return f"The spaCy pipeline {model!r} cannot be loaded ({_told(error)}). Name another one."
    if not model.replace("_", "").isalnum():
        return f"There is no spaCy pipeline in {model!r}. Give the folder that holds its meta.json."
    installed = ", ".join(installed_pipelines())
    there = f"installed are: {installed}" if installed else "none is installed"
    return (
        f"There is no spaCy pipeline {model!r}; {there}. "
        f"Run: python -m spacy download {model}, or give the path of one on disk."
    )


def _kind(context: Context, span: Span) -> Kind | None:
    """The kind that a designator at one of its ends tells."""
    after = context.lexicon.after.length_before(context.lower, span.last)
    before = context.lexicon.before.length_at(context.lower, span.first)
    for phrases, first, length in (
        (context.lexicon.after, span.last - after + 1, after),
        (context.lexicon.before, span.first, before),
    ):
        if 0 < length <= span.last - span.first:
            return phrases.kinds[tuple(context.lower(index) for index in range(first, first + length))]
    return None


def _from_capital(text: Text, span: Span) -> Span:
    """The span from its first word with a capital on; all of it where there is none."""
    capitals = (index for index in range(span.first, span.last + 1) if text.words[index].capital)
    return Span(next(capitals, span.first), span.last)


def _words(text: Text, span: Span) -> str:
    return text.text[text.words[span.first].start : text.words[span.last].end]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces that end with a line, or else with a word."""
    begin = 0
    while len(text) - begin > LONGEST_PIECE:
        limit = begin + LONGEST_PIECE
        found = (text.rfind(mark, begin, limit) + 1 for mark in "\n ")
        end = next((at for at in found if at > begin), limit)
        yield begin, end
        begin = end
    yield begin, len(text)
