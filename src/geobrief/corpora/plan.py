"""How the input is cut into partitions: by the input and their size alone, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geobrief.corpora.formats import cut
from geobrief.corpora.values import Columns, Partition, Rejected, SourceFile, Stretch
from geobrief.errors import ArticleError

__all__ = ["Cutting", "cut_file", "needs_cutting", "partitions"]


@dataclass(frozen=True, slots=True)
class Cutting:
    """A file as its stretches, and why it could not be read to its end, if it could not."""

    stretches: tuple[Stretch, ...]
    fault: Rejected | None = None


def needs_cutting(file: SourceFile) -> bool:
    """Whether a file must be read to tell how many documents it has."""
    return file.kind != "article"


def cut_file(file: SourceFile, size: int, columns: Columns) -> Cutting:
    """Cuts a file into stretches of `size` documents.

    What stands before a broken place in a file is kept, the file itself set aside with the reason.

    Raises:
        CorpusError: The file is a table without a column of text.
    """
    found: list[Stretch] = []
    try:
        found.extend(cut(file, size, columns))
    except ArticleError as error:
        reason = " ".join(str(error).split()).removesuffix(".")
        return Cutting(tuple(found), Rejected(file.name, file.name, 0, reason))
    return Cutting(tuple(found))


def partitions(
    files: Iterable[SourceFile], cuttings: Mapping[str, Cutting], size: int
) -> Iterator[Partition]:
    """The partitions of the input, in order: each of `size` documents at most, few of them of less.

    A stretch is never parted, so that small files share a partition and large ones need no other's count.

    Args:
        files: All files, in order.
        cuttings: Of those that need cutting, by name.
        size: Documents a partition.
    """
    number = first = count = 0
    gathered: list[Stretch] = []
    for stretch in _stretches(files, cuttings):
        if gathered and count + stretch.count > size:
            yield Partition(number, first, tuple(gathered))
            number, first, count = number + 1, first + count, 0
            gathered = []
        gathered.append(stretch)
        count += stretch.count
    if gathered:
        yield Partition(number, first, tuple(gathered))


def _stretches(files: Iterable[SourceFile], cuttings: Mapping[str, Cutting]) -> Iterator[Stretch]:
    for file in files:
        if needs_cutting(file):
            yield from cuttings[file.name].stretches
        else:
            yield Stretch(file)
