"""Bytes as text and back in the encoding that they came in: spreadsheets write more than UTF-8."""

from __future__ import annotations

from geobrief.errors import BriefError

__all__ = ["decode", "encode"]

_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WESTERN = 0.7
"""Share of letters that are ASCII above which a text is in the Western code page, not in a rarer one."""


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text, with its byte order mark and newlines as they are, and the encoding for `encode`.

    Raises:
        BriefError: It is no text, or in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, file), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _guessed(data, file)
        return _decoded(data, encoding, file), encoding
    if "\0" in text:
        raise BriefError(f"{file} is a binary file and no text; export it anew as text")
    return text, "utf-8"


def encode(text: str, encoding: str) -> bytes:
    """The text in an encoding; in UTF-8 with its mark where that encoding lacks one of the characters."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.removeprefix("\ufeff").encode("utf-8-sig", errors="replace")


def _decoded(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BriefError(f"{file} is damaged: {error}; export it anew as UTF-8") from error


def _guessed(data: bytes, file: str) -> str:
    from charset_normalizer import from_bytes

    best = None if b"\0" in data else from_bytes(data).best()
    if best is None:
        raise BriefError(
            f"{file} is a binary file or in an encoding that cannot be told; export it anew as UTF-8"
        )
    letters = [letter for letter in str(best) if letter.isalpha()]
    western = sum(letter.isascii() for letter in letters) > _WESTERN * len(letters)
    for encoding in ("cp1252", "latin-1") if western else (best.encoding,):
        try:
            if data.decode(encoding).encode(encoding) == data:
                return encoding
        except UnicodeError:
            continue
    return "latin-1"
