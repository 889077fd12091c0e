"""The disc that marks a place, as a PNG made of nothing but the standard library."""

from __future__ import annotations

import struct
import zlib
from math import hypot

__all__ = ["disc_png"]


def disc_png(size: int = 64) -> bytes:
    """A white disc, which programs tint, on nothing; its rim is a little darker.

    Args:
        size: Its width and height in pixels.
    """
    rows = b"".join(
        b"\0" + b"".join(_pixel(column, row, size) for column in range(size)) for row in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)  # 8 bits of red, green, blue and opacity
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _pixel(column: int, row: int, size: int) -> bytes:
    middle = (size - 1) / 2
    inside = size / 2 - 1 - hypot(column - middle, row - middle)
    opacity = round(255 * min(max(inside, 0.0), 1.0))
    grey = 255 if inside > size / 10 else 205
    return bytes((grey, grey, grey, opacity))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
