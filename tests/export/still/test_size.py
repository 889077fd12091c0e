"""How large a picture is to be."""

import pytest

from geobrief.errors import ExportError
from geobrief.export.still.size import size_of


@pytest.mark.parametrize(
    ("text", "dpi", "pixels"),
    [
        ("180x120mm", 200, (1417, 945)),
        ("18 × 12 cm", 200, (1417, 945)),
        ("1600x900px", 200, (1600, 900)),
        ("1600x900px", 97, (1600, 900)),
        ("A4", 300, (2480, 3508)),
        ("a5 landscape", 300, (2480, 1748)),
        ("landscape", 300, (3508, 2480)),
        ("Letter", 100, (850, 1100)),
        ("7x5in", 100, (700, 500)),
    ],
)
def test_a_size_is_so_many_pixels(text: str, dpi: int, pixels: tuple[int, int]) -> None:
    size = size_of(text, dpi)
    assert size.height is not None
    assert (size.pixels_of(size.width), size.pixels_of(size.height)) == pixels


@pytest.mark.parametrize("text", ["", "120mm", "800px"])
def test_without_a_height_the_content_decides(text: str) -> None:
    assert size_of(text, 200).height is None


@pytest.mark.parametrize("text", ["big", "180x120", "A9", "A4 sideways", "mm", "0x0"])
def test_what_is_no_size_is_told_with_what_is(text: str) -> None:
    with pytest.raises(ExportError, match=r"is no size: write 180x120mm, 1600x900px, or one of A3, A4"):
        size_of(text, 200)


def test_too_small_and_too_large_sizes_are_told_in_millimetres() -> None:
    with pytest.raises(ExportError, match=r"'90x60px' is 11 x 8 mm at 200 dpi: .* or --dpi"):
        size_of("90x60px", 200)
    with pytest.raises(ExportError, match=r"'9000x60mm' is 9000 x 60 mm"):
        size_of("9000x60mm", 200)
    with pytest.raises(ExportError, match="more than 120 million pixels"):
        size_of("A3", 1200)
