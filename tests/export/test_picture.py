"""Pictures, read back by other programs than those that wrote them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

import geobrief
from brief_values import HOSTILE
from export.still.briefs import arabic, crowd, holed, places, round_the_world
from geobrief.errors import ExportError
from geobrief.export.alternative import alternative_text
from geobrief.export.options import THEMES, Options, Theme
from geobrief.export.picture import PictureFormat, picture
from geobrief.model import Brief, Place

FORMATS: tuple[PictureFormat, ...] = ("png", "svg", "pdf")
SVG = {"svg": "http://www.w3.org/2000/svg"}
SMALL = Options(size="150x110mm", dpi=60)


@pytest.fixture(scope="module")
def alabuga() -> Brief:
    return geobrief.read(Path(__file__).parents[2] / "data").value


def image_of(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def texts_of(content: bytes) -> list[str]:
    return [each.text or "" for each in etree.fromstring(content).iterfind(".//svg:text", SVG)]


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [("1600x900px", 200, (1600, 900)), ("A5 landscape", 150, (1240, 874)), ("90x60mm", 301, (1067, 711))],
)
def test_a_png_has_exactly_its_pixels(alabuga: Brief, size: str, dpi: int, pixels: tuple[int, int]) -> None:
    image = image_of(picture(alabuga, Options(size=size, dpi=dpi)))
    assert image.size == pixels
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_png_tells_title_and_description(alabuga: Brief) -> None:
    info = image_of(picture(alabuga, SMALL)).info
    assert info["Title"] == alabuga.title
    assert info["Description"] == alternative_text(alabuga)


def test_letters_of_an_svg_stay_letters(alabuga: Brief) -> None:
    content = picture(alabuga, Options(size="A4"), format="svg")
    texts = texts_of(content)
    assert {"Moscow", "Iran", "11", "KAZAKHSTAN"} <= set(texts)
    assert "25,000 labourers" in texts
    assert any("Sergey Shoigu, secretary of Russia’s Security Council" in text for text in texts)


def test_an_svg_is_an_image_with_title_and_description(alabuga: Brief) -> None:
    root = etree.fromstring(picture(alabuga, SMALL, format="svg"))
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{{{SVG['svg']}}}title", alabuga.title)
    assert (description.tag, description.text) == (f"{{{SVG['svg']}}}desc", alternative_text(alabuga))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert not root.findall(".//svg:style", SVG), "a rule for * would reach into the page around it"


def test_an_svg_in_pixels_is_as_many(alabuga: Brief) -> None:
    root = etree.fromstring(picture(alabuga, Options(size="800x600px", dpi=100), format="svg"))
    assert (root.get("width"), root.get("height")) == ("800", "600")


def test_a_pdf_says_what_it_is(alabuga: Brief) -> None:
    document = PdfReader(io.BytesIO(picture(alabuga, Options(size="A4"), format="pdf")))
    (page,) = document.pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (595.28, 841.89), abs=0.1
    )
    assert document.metadata is not None
    assert (document.metadata.title, document.metadata.author) == (alabuga.title, "geobrief")
    root = document.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    text = page.extract_text()
    assert "Moscow" in text
    assert "North Korea seems ready to supply" in text


def test_a_pdf_tells_title_picture_claims_and_caption_one_by_one(alabuga: Brief) -> None:
    document = PdfReader(io.BytesIO(picture(alabuga, Options(size="A4"), format="pdf")))
    parts = [part.get_object() for part in document.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]]
    assert [part["/S"] for part in parts] == ["/H1", "/Figure", *["/P"] * len(alabuga.claims), "/Caption"]
    assert parts[1]["/Alt"] == alternative_text(alabuga)
    assert parts[2]["/ActualText"].startswith("1 Ukraine, 2 North Korea: possible, the author “The factory")
    stream = document.pages[0].get_contents()
    assert stream is not None
    data = stream.get_data()
    assert data.count(b" BDC") + data.count(b" BMC") == data.count(b"EMC\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_arabic_is_joined_and_runs_from_the_right(format_: PictureFormat) -> None:
    content = picture(arabic(), Options(size="150x110mm", dpi=150, language="ar"), format=format_)
    if format_ == "svg":
        quote = next(
            each
            for each in etree.fromstring(content).iterfind(".//svg:text", SVG)
            if "25,000" in (each.text or "")
        )
        assert "NHK" in (quote.text or ""), "in the order in which it is read"
        assert "direction: rtl" in quote.get("style", "")
    elif format_ == "pdf":
        text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded()
        assert "قالت" in text
        assert "القاهرة" in text
        tree = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
        assert arabic().claims[0].quote in tree[2].get_object()["/ActualText"]
    else:
        assert image_of(content).size[0] == 886


def test_the_three_formats_show_one_picture(alabuga: Brief) -> None:
    options = Options(size="150x110mm", dpi=72)
    png = image_of(picture(alabuga, options)).convert("L")
    page = pypdfium2.PdfDocument(picture(alabuga, options, format="pdf"))[0]
    pdf = page.render(scale=1).to_pil().convert("L").resize(png.size)
    # Blurred, for the two draw edges and letters differently.
    small = [np.asarray(each.resize((85, 62)), dtype=float) for each in (png, pdf)]
    assert np.abs(small[0] - small[1]).mean() < 4


@pytest.mark.parametrize("theme", THEMES)
def test_themes_differ_and_print_is_grey(alabuga: Brief, theme: Theme) -> None:
    pixels = np.asarray(image_of(picture(alabuga, replace(SMALL, theme=theme))).convert("RGB")).astype(int)
    colourful = float((pixels.max(axis=2) - pixels.min(axis=2)).max())
    assert (colourful == 0) == (theme == "print")
    assert (pixels.mean() < 80) == (theme == "dark")


@pytest.mark.parametrize(
    "brief",
    [
        Brief(),
        Brief(places=(Place(id="x", name="Nowhere"),), title="Unlocated"),
        places(("Lviv", 24.0, 49.8)),
        places(("Suva", 178.4, -18.1), ("Apia", -171.8, -13.8), flow=True),
        places(("Vostok", 106.8, -78.5), ("Alert", -62.3, 82.5), flow=True),
        places(("Pole", 0, 90), ("Other", 100, 85), flow=True),
        round_the_world(),
        holed(),
        crowd(60),
    ],
    ids=["empty", "unlocated", "one", "180", "poles", "pole", "world", "hole", "crowd"],
)
def test_every_brief_is_drawn(brief: Brief) -> None:
    texts = texts_of(picture(brief, SMALL, format="svg"))
    assert any("Borders follow ISO 3166-1" in text for text in texts)
    assert any("Natural Earth" in text for text in texts)


@pytest.mark.parametrize("format_", FORMATS)
def test_whatever_a_text_holds_is_drawn(format_: PictureFormat) -> None:
    words = " ".join(HOSTILE) + " \x00\x07\ud800 $x^2$ " + "long" * 90
    brief = places((words, 30.5, 50.4), ("\U0001f5fa", 24.0, 49.8))
    content = picture(replace(brief, title=words), SMALL, format=format_)
    if format_ == "svg":
        assert not etree.fromstring(content).findall(".//svg:script", SVG)
    elif format_ == "png":
        image_of(content).verify()
    else:
        assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_places_that_are_not_located_are_listed() -> None:
    brief = Brief(places=(Place(id="x", name="Nowhere"),), title="Unlocated")
    assert "Not located: Nowhere." in texts_of(picture(brief, SMALL, format="svg"))


def test_the_key_can_be_left_to_a_document(alabuga: Brief) -> None:
    texts = texts_of(picture(alabuga, Options(size="A4"), format="svg", key=False))
    assert "Moscow" in texts
    assert alabuga.title not in texts
    assert not any(text.startswith("“") for text in texts)


def test_disputed_lines_are_dashed() -> None:
    root = etree.fromstring(picture(places(("Leh", 77.6, 34.2)), SMALL, format="svg"))
    dashed = [
        each for each in root.iter(f"{{{SVG['svg']}}}path") if "stroke-dasharray" in each.get("style", "")
    ]
    assert dashed


SCRIPT = """
import sys, hashlib
from pathlib import Path
import geobrief
from geobrief.export import Options
from geobrief.export.picture import picture
brief = geobrief.read(sys.argv[1]).value
for name in ("png", "svg", "pdf"):
    print(hashlib.sha256(picture(brief, Options(size="150x110mm", dpi=80), format=name)).hexdigest())
"""


def test_the_same_brief_gives_the_same_bytes_in_every_process(example: Path) -> None:
    found = []
    for seed, epoch in (("1", "0"), ("2", "1700000000")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(example)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.append(done.stdout)
        assert done.stderr == ""
    assert found[0] == found[1]
    assert len(set(found[0].split())) == 3


def test_nothing_is_left_in_matplotlibs_settings(alabuga: Brief) -> None:
    before = dict(mpl.rcParams)
    for format_ in FORMATS:
        picture(alabuga, SMALL, format=format_)
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize(("missing", "file"), [("matplotlib", "map.png"), ("pikepdf", "map.pdf")])
def test_without_the_extra_one_line_tells_how_to_get_it(
    example: Path, tmp_path: Path, missing: str, file: str
) -> None:
    script = f"import sys; sys.modules[{missing!r}] = None; from geobrief.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "export", str(example), "-o", str(tmp_path / file), "--size", "A6"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: Drawing pictures needs {missing}")
    assert line.endswith("Run: pip install 'geobrief[print]'")
    assert not (tmp_path / file).exists()


def test_a_wrong_size_is_one_clear_error(alabuga: Brief) -> None:
    with pytest.raises(ExportError, match="'poster' is no size"):
        picture(alabuga, Options(size="poster"))
