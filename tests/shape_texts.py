"""Reads shapes from a page's island as the page does."""

import itertools

from geobrief.brief.coordinates import decode_numbers

Line = list[tuple[float, float]]


def read_line(text: str, scale: int) -> Line:
    numbers = decode_numbers(text)
    xs, ys = itertools.accumulate(numbers[::2]), itertools.accumulate(numbers[1::2])
    return [(x / scale, y / scale) for x, y in zip(xs, ys, strict=True)]


def read_lines(text: str, scale: int) -> list[Line]:
    return [read_line(line, scale) for line in text.split(" ")] if text else []


def read_areas(text: str, scale: int) -> list[list[Line]]:
    return [[read_line(ring, scale) for ring in polygon.split("!")] for polygon in text.split(" ") if polygon]
