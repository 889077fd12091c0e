"""The brief as a folder: `articles/*.md`, `places.geojson`, `claims.csv`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from geobrief.brief import claims_file, places_file
from geobrief.brief.article_file import ARTICLES, read_file, written
from geobrief.brief.encodings import decode, encode
from geobrief.brief.fault import Fault
from geobrief.brief.folder_memory import FolderMemory
from geobrief.brief.locate import located
from geobrief.brief.references import CLAIMS, PLACES, reference_faults
from geobrief.errors import ArticleError, BriefError
from geobrief.files import make_folder, remove, write_all
from geobrief.model import Brief, Claim, Document, Place, by_date

__all__ = [
    "ARTICLES",
    "FolderBrief",
    "file_bytes",
    "folder_contents",
    "folder_files",
    "load",
    "read_folder",
    "refuse_overwriting",
    "save_folder",
    "saved_files",
]


@dataclass(frozen=True)
class FolderBrief:
    """A brief, and the bytes of the files that it was read from, by their name in the folder."""

    value: Brief
    files: Mapping[str, bytes]


def read_folder(path: Path, *, locate: bool = True, memory: FolderMemory | None = None) -> FolderBrief:
    """Reads a brief. The spans of its claims and the mentions of its places are found in its articles.

    Args:
        path: The folder.
        locate: False leaves spans and mentions out, which takes a tenth of the time.
        memory: Of what was read before.

    Raises:
        BriefError: There is none, or its files contradict the format or each other; all faults at once.
    """
    brief, faults = load(path, locate=locate, memory=memory)
    if faults:
        raise BriefError(*map(str, faults))
    return brief


def load(
    path: Path, *, locate: bool = True, memory: FolderMemory | None = None
) -> tuple[FolderBrief, tuple[Fault, ...]]:
    """Like `read_folder`, but gives what is sound of a brief, and its faults instead of raising.

    Raises:
        BriefError: There is no brief at the path.
    """
    files = folder_files(path)
    memory = memory or FolderMemory()
    faults: list[Fault] = []
    documents = _documents(files, faults, memory)
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    if PLACES in files and (text := _text(files, PLACES, faults)) is not None:
        places, found = memory.places.get(text, partial(places_file.scan, text, memory=memory.features))
        faults.extend(found)
    if CLAIMS in files and (text := _text(files, CLAIMS, faults)) is not None:
        claims, found = memory.claims.get(text, partial(claims_file.scan, text, memory=memory.rows))
        faults.extend(found)
    memory.turn()
    brief = Brief(documents, (), places, claims, _title(documents, path))
    if not faults:  # a broken file would make every claim that names its places a fault too
        faults = _with_lines(reference_faults(brief), files)
    brief = located(brief, memory.findings) if locate and not faults else brief
    return FolderBrief(brief, files), tuple(faults)


def _with_lines(faults: Sequence[Fault], files: Mapping[str, bytes]) -> list[Fault]:
    if not faults or CLAIMS not in files:
        return list(faults)
    lines = claims_file.lines(decode(files[CLAIMS], CLAIMS)[0])
    return [replace(fault, line=lines.get(fault.id, 0)) for fault in faults]


def save_folder(brief: Brief, path: Path, *, files: Mapping[str, bytes] | None = None) -> None:
    """Writes a brief as a folder, made where it is missing. Files that would not change are not touched.

    Args:
        brief: What to write.
        path: The folder.
        files: The files that the brief was read from, here or elsewhere: what did not change since keeps its
            bytes, what geobrief does not know lives on.

    Raises:
        BriefError: The brief contradicts itself, or a file has changed on disk since it was read.
        GeobriefError: The folder cannot be written. What was there before stays whole.
    """
    before, after = saved_files(brief, path, files or {})
    make_folder(path / ARTICLES if brief.documents else path)
    write_all({path / name: data for name, data in after.items() if before.get(name) != data})
    for name in before.keys() - after.keys():
        remove(path / name)


def saved_files(
    brief: Brief, path: Path, files: Mapping[str, bytes]
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """The files that `save_folder` would replace or remove, as they are on disk, and what it would write.

    Raises:
        BriefError: As `save_folder`.
    """
    contents = folder_contents(brief, files)
    on_disk = {name: file_bytes(path / name) for name in (*contents, *files)}
    _refuse_changed(path, on_disk, files, contents)
    return {name: data for name, data in on_disk.items() if data is not None}, contents


def folder_contents(
    brief: Brief,
    files: Mapping[str, bytes],
    *,
    before: Brief | None = None,
    memory: FolderMemory | None = None,
) -> dict[str, bytes]:
    """The files of a brief's folder by their name in it; what did not change keeps its bytes.

    Args:
        brief: What they shall say.
        files: Those that it was read from.
        before: What these say, where it is known, which saves reading them again.
        memory: Of their reading.

    Raises:
        BriefError: The brief contradicts itself.
    """
    faults = (*reference_faults(brief), *filter(None, map(_name_fault, brief.documents)))
    if faults:
        raise BriefError(*map(str, faults))
    old_documents = {id(document) for document in before.documents} if before else set()
    contents: dict[str, bytes] = {}
    for document in brief.documents:
        name = ARTICLES + document.id
        is_as_read = name in files and id(document) in old_documents
        contents[name] = files[name] if is_as_read else written(name, document, files.get(name))
    old_places = before.places if before and PLACES in files else None
    old_claims = before.claims if before and CLAIMS in files else None
    contents[PLACES] = _updated(
        files,
        PLACES,
        places_file.EMPTY,
        lambda text: places_file.update(
            text, brief.places, before=old_places, memory=memory.features if memory else None
        ),
    )
    contents[CLAIMS] = _updated(
        files,
        CLAIMS,
        claims_file.EMPTY,
        lambda text: claims_file.update(
            text, brief.claims, before=old_claims, memory=memory.rows if memory else None
        ),
    )
    return contents


def refuse_overwriting(path: Path, articles: Iterable[str] = ()) -> None:
    """Keeps a new draft from replacing a brief that somebody may have corrected, or an article in its place.

    Args:
        path: Where the draft goes.
        articles: The file names of its articles.

    Raises:
        BriefError: The folder holds a brief or such an article already, or the path is a file.
    """
    if path.exists() and not path.is_dir():
        raise BriefError(f"{path} is a file; give the name of a folder")
    names = (PLACES, CLAIMS, *(ARTICLES + article for article in articles))
    there = [name for name in names if (path / name).exists()]
    if there:
        raise BriefError(
            f"{path} holds a brief already ({', '.join(there)}); choose another folder or move it away"
        )


def folder_files(path: Path) -> dict[str, bytes]:
    """The bytes of a brief's files by their name in its folder.

    Raises:
        BriefError: There is no brief at the path, or a file cannot be read.
    """
    if not path.is_dir():
        what = "is a file" if path.exists() else "does not exist"
        raise BriefError(f"{path} {what}; give the folder of a brief, with {PLACES}, {CLAIMS} and {ARTICLES}")
    names = [*sorted(ARTICLES + file.name for file in path.glob(f"{ARTICLES}*.md")), PLACES, CLAIMS]
    files = {name: data for name in names if (data := file_bytes(path / name)) is not None}
    if not files:
        raise BriefError(
            f"{path} holds no brief: neither {PLACES} nor {CLAIMS} nor {ARTICLES}*.md; choose its folder, "
            "or begin one with geobrief extract"
        )
    return files


def file_bytes(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none.

    Raises:
        BriefError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BriefError(f"{path} cannot be read ({reason}); mend it or choose another folder") from error


def _documents(files: Mapping[str, bytes], faults: list[Fault], memory: FolderMemory) -> tuple[Document, ...]:
    documents = []
    for name, data in files.items():
        if name.startswith(ARTICLES):
            try:
                documents.append(memory.documents.get((name, data), partial(read_file, name, data)))
            except ArticleError as error:
                message = str(error)
                if message.startswith(f"{name} "):
                    message = f"it {message.removeprefix(name).lstrip()}"
                faults.append(Fault(message, file=name, line=error.line or 1))
    return tuple(documents)


def _title(documents: tuple[Document, ...], path: Path) -> str:
    """What the first article is called, or its file; without articles, the folder."""
    if not documents:
        return path.resolve().name
    first = by_date(documents)[0]
    return first.title or Path(first.id).stem


def _text(files: Mapping[str, bytes], name: str, faults: list[Fault]) -> str | None:
    try:
        return decode(files[name], name)[0]
    except BriefError as error:
        faults.append(Fault(f"it {str(error).removeprefix(name).lstrip()}", file=name, line=1))
        return None


def _updated(files: Mapping[str, bytes], name: str, empty: str, update: Callable[[str], str]) -> bytes:
    text, encoding = decode(files[name], name) if name in files else (empty, "utf-8")
    return encode(update(text), encoding)


def _name_fault(document: Document) -> Fault | None:
    """An id that would lead out of the folder, or would not be found again, as a hostile page may hold."""
    name = document.id
    if name.endswith(".md") and not name.startswith(".") and not set(name) & set("/\\\0\n"):
        return None
    return Fault(f"the article id {name!r} is no file name that ends in .md; rename it", id=name)


def _refuse_changed(
    path: Path,
    on_disk: Mapping[str, bytes | None],
    files: Mapping[str, bytes],
    contents: Mapping[str, bytes],
) -> None:
    """Another program's edit is never overwritten."""
    changed: Sequence[str] = [
        name
        for name, data in on_disk.items()
        if name in files and data not in (None, files[name], contents.get(name))
    ]
    if changed:
        raise BriefError(
            f"{path} has changed since it was read ({', '.join(changed)}); read it again, then save"
        )
