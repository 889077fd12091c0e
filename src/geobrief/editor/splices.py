"""What changes in a file, as the one stretch of bytes that is exchanged: it can be taken back exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from geobrief.brief.stretch import stretch

__all__ = ["Splice", "digest", "spliced", "splices"]

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Splice:
    """One file's change. A file that is not there has the digest None."""

    file: str
    """Name in the folder."""
    at: int
    """Bytes before the stretch."""
    cut: bytes
    put: bytes
    before: str | None
    """SHA-256 of the file before, in hexadecimal."""
    after: str | None

    def reversed(self) -> Splice:
        """What leads back."""
        return replace(self, cut=self.put, put=self.cut, before=self.after, after=self.before)


def digest(data: bytes | None) -> str | None:
    """SHA-256 in hexadecimal; None for no file."""
    return None if data is None else sha256(data).hexdigest()


def splices(before: Files, after: Files) -> tuple[Splice, ...]:
    """What changes from some files to others, by name; files that stay the same are left out."""
    names = dict.fromkeys((*before, *after))
    return tuple(
        _splice(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )


def spliced(files: Files, changes: Sequence[Splice]) -> dict[str, bytes | None] | None:
    """The files that change, as they become; None where one of them is not as the splices found it."""
    made: dict[str, bytes | None] = {}
    for change in changes:
        data = files.get(change.file)
        if digest(data) != change.before:
            return None
        if change.after is None:
            made[change.file] = None
        else:
            old = data or b""
            made[change.file] = old[: change.at] + change.put + old[change.at + len(change.cut) :]
    return made


def _splice(name: str, old: bytes | None, new: bytes | None) -> Splice:
    before, after = old or b"", new or b""
    start, end, new_end = stretch(before, after)
    return Splice(name, start, before[start:end], after[start:new_end], digest(old), digest(new))
