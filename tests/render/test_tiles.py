import html
import re

import pytest
from xyzservices import TileProvider

from geobrief.errors import PageError
from geobrief.model import Brief
from geobrief.render import render_page
from geobrief.render.tiles import find_tiles

OWN = TileProvider(
    name="Own",
    url="https://{s}.example.org/{style}/{z}/{x}/{y}{r}.png",
    attribution="© Own",
    style="grey",
    subdomains="ab",
)


def policy(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def test_a_service_is_found_by_its_name_however_it_is_written() -> None:
    assert find_tiles("opentopomap") == find_tiles("OpenTopoMap")
    tiles = find_tiles("Esri WorldTopoMap")
    assert tiles.name == "Esri.WorldTopoMap"
    assert set(re.findall(r"\{(.*?)\}", tiles.url)) == {"x", "y", "z"}
    assert "Esri" in tiles.attribution


def test_a_provider_of_ones_own_is_filled_in() -> None:
    tiles = find_tiles(OWN)
    assert tiles.url == "https://{s}.example.org/grey/{z}/{x}/{y}{r}.png"
    assert tiles.hosts == ("https://a.example.org", "https://b.example.org")


@pytest.mark.parametrize("name", ["OpenStreetMap.Mapnik", "openstreetmap mapnik"])
def test_openstreetmaps_own_tiles_are_refused_with_the_reason_and_others(name: str) -> None:
    with pytest.raises(PageError, match=r"no Referer.*OpenTopoMap"):
        find_tiles(name)


def test_a_service_that_asks_for_a_key_says_how_to_give_it() -> None:
    with pytest.raises(PageError, match=r"key of its own.*Thunderforest\.Outdoors:KEY"):
        find_tiles("Thunderforest.Outdoors")
    assert find_tiles("Thunderforest.Outdoors:s3cret").url.endswith("s3cret")


def test_an_unknown_name_says_where_names_are() -> None:
    with pytest.raises(PageError, match=r"No tiles are called 'nowhere'.*xyzservices"):
        find_tiles("nowhere")


def test_a_page_with_tiles_may_load_images_of_their_hosts_and_nothing_else() -> None:
    page = render_page(Brief(title="T"), tiles=OWN)
    assert "img-src data: https://a.example.org https://b.example.org;" in policy(page)
    assert "connect-src 'none'" in policy(page)
    assert "example.org" not in policy(page).replace(
        "img-src data: https://a.example.org https://b.example.org", ""
    )
    assert '<meta name="referrer" content="strict-origin-when-cross-origin">' in page


def test_a_page_without_tiles_may_load_nothing() -> None:
    page = render_page(Brief(title="T"))
    assert "img-src data:;" in policy(page)
    assert '<meta name="referrer" content="no-referrer">' in page
