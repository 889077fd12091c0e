"""Briefs for reports: one of hostile texts, one of many claims, and a small picture."""

import struct
import zlib

from geobrief.export import Options
from geobrief.export.report.report import Report, report_of
from geobrief.model import Brief, Claim, Document, Place, Quantity

HOSTILE = (
    "He said </w:t></w:r> & left ]]> early",
    r"Read \input{/etc/passwd} and \write18{rm} at 50 % of #1 _x_ ~y^2 $z$",
    "A | pipe, `ticks`, **bold**, [link](http://evil.example) and ![picture](x.png)",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{ title }} {% include 'secrets' %} {{< include /etc/passwd >}}",
    '=HYPERLINK("http://evil.example") \x00\x08\x0b\ufffe\ud800 end',
    "1. not a list -- ?` !` ,, << >> \"straight\" 'quotes'",
    "\u202eturned around and never back",
    "He said «نعم، غدًا» in Arabic",
    "قال المتحدث إن NHK تكذب.",
)
ALTERNATIVE = 'A map of "two" places & <one> ]more[ | thing.'


def hostile_brief() -> Brief:
    """Every field of every row holds something that breaks a careless format."""
    url = "https://example.org/a?b=1&c=(2)#%7B"
    document = Document("a.md", "", HOSTILE[3], "2025-06-20", url, HOSTILE[2])
    names, source, note = HOSTILE[:4], HOSTILE[0], HOSTILE[2]
    places = tuple(
        Place(f"p{at}", name, "city", 30.0 + at, 50.0, "UA", HOSTILE[1], source=source, note=note)
        for at, name in enumerate(names)
    )
    claims = tuple(
        Claim(
            f"c{at}",
            "a.md",
            quote,
            (f"p{at % len(names)}",),
            by=HOSTILE[at - 1],
            certainty="claimed",
            quantities=(Quantity(5, "x", HOSTILE[at - 2]),),
            note=HOSTILE[at - 3],
            url="javascript:alert(1)" if at % 2 else "",
        )
        for at, quote in enumerate(HOSTILE)
    )
    return Brief((document,), (), places, claims, HOSTILE[0])


def long_brief(count: int = 500) -> Brief:
    """So many claims about twenty places, out of five articles."""
    documents = tuple(
        Document(f"{at}.md", "", f"Article {at}", f"2025-06-0{at + 1}", f"https://example.org/{at}", "Post")
        for at in range(5)
    )
    places = tuple(Place(f"p{at}", f"Town {at}", "city", float(at), 50.0, "UA") for at in range(20))
    claims = tuple(
        Claim(f"c{at}", f"{at % 5}.md", f"Claim number {at} says what a sentence says.", (f"p{at % 20}",))
        for at in range(count)
    )
    return Brief(documents, (), places, claims, "Many claims")


def reported(brief: Brief, language: str = "en") -> Report:
    return report_of(brief, Options(language=language), ALTERNATIVE)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 60, height: int = 40) -> bytes:
    rows = (b"\x00" + b"\xd7\xe3\xe8" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
