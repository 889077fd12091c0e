"""Bytes from outside as text: which encoding, and what they are where they are no text."""

from __future__ import annotations

import re
from typing import Final

from geobrief.errors import ArticleError

__all__ = ["decode", "paired"]

_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or LibreOffice file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"' ]{0,2}([\w-]{3,20})", re.IGNORECASE)
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, where: str) -> str:
    r"""The text of `data`: UTF-8 or UTF-16, else as an HTML page declares, else as charset-normalizer finds.

    Newlines become `\n`. Raises ArticleError, naming `where`, for what is no text.
    """
    _refuse_known_binary(data, where)
    text = _unicode(data)
    if text is None:
        _refuse_damaged_utf8(data, where)
        text = _declared(data) or _guessed(data, where)
    if "\x00" in text:
        raise ArticleError(f"{where} is a binary file, not a text; give an article as .txt, .md or .html")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_known_binary(data: bytes, where: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{where} looks like {what}; save its text as .txt, .md or .html first")


def _unicode(data: bytes) -> str | None:
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse_damaged_utf8(data: bytes, where: str) -> None:
    """Mostly UTF-8 with a few broken bytes: any other encoding would spoil every good character."""
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    if len(_UTF8_CHARACTER.findall(data)) <= 2 * broken:
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError(
            f"{where} is UTF-8 with a broken byte 0x{data[error.start]:02x} on line {line}; "
            "remove it or save the file as UTF-8 again",
            line=line,
        ) from error


def _declared(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    if declared is None:
        return None
    try:
        return data.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = None if b"\x00" in data else from_bytes(data).best()
    if best is None:
        what = "is a binary file, not a text" if b"\x00" in data else "is in an encoding that cannot be told"
        raise ArticleError(f"{where} {what}; save it as UTF-8 text (.txt, .md or .html)")
    if best.encoding.startswith(("cp125", "mac_", "iso8859")) and _is_western(str(best)):
        # Code pages for Latin letters differ in a few characters; an English article means the Western one.
        return data.decode("cp1252", errors="replace")
    return str(best)


def _is_western(text: str) -> bool:
    """Whether most letters are ASCII, as in a Western text and never in a Cyrillic, Greek or Arabic one."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isascii() for letter in letters) > 0.7 * len(letters)


def paired(text: str) -> str:
    """The text with U+FFFD for half a surrogate pair, which stands for no character; offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text
