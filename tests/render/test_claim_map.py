import html
from pathlib import Path

import branca.element
import folium
import folium.plugins
import pytest

from geobrief.errors import PageError
from geobrief.model import Brief, Claim, Place
from geobrief.render import ClaimMap, render_page

BRIEF = Brief(
    places=(Place("vell", "Vell", "city", 10.0, 50.0),),
    claims=(Claim("c1", "", "Ships left Vell.", ("vell",)),),
    title="Ships",
)
AREA = {"type": "Polygon", "coordinates": [[[9, 49], [11, 49], [11, 51], [9, 49]]]}


def with_layers() -> ClaimMap:
    """A map with one of each of the usual layers."""
    claim_map = ClaimMap(BRIEF)
    group = folium.FeatureGroup("Own layers").add_to(claim_map)
    folium.Circle((50, 10), radius=1000, tooltip=folium.Tooltip("near", style="color: red")).add_to(group)
    folium.Marker((50, 11), popup="<b>here</b> </script> `").add_to(group)
    folium.Marker((50, 12), icon=folium.DivIcon("<i>there</i>")).add_to(group)
    folium.GeoJson(AREA, name="Area", style_function=lambda _: {"color": "#123"}).add_to(claim_map)
    folium.LayerControl().add_to(claim_map)
    claim_map.fit_bounds([[49, 9], [51, 11]])
    return claim_map


def test_it_is_a_folium_map_that_renders_as_the_page() -> None:
    claim_map = ClaimMap(BRIEF)
    assert isinstance(claim_map, folium.Map)
    assert claim_map.get_root().render() == render_page(BRIEF)


def test_it_saves_the_page(tmp_path: Path) -> None:
    ClaimMap(BRIEF).save(tmp_path / "map.html")
    ClaimMap(BRIEF).save(str(tmp_path / "same.html"))
    with (tmp_path / "open.html").open("wb") as file:
        ClaimMap(BRIEF).save(file, close_file=False)
    assert {path.read_text() for path in tmp_path.iterdir()} == {render_page(BRIEF)}


def test_layers_of_folium_are_in_the_page_and_know_its_map() -> None:
    page = with_layers().get_root().render()
    for code in (
        "L.circle(",
        "L.marker(",
        "L.divIcon(",
        "L.geoJson(",
        "L.control.layers(",
        "map_1.fitBounds(",
    ):
        assert code in page
    assert 'data-map-name="map_1"' in page


def test_layers_can_be_given_at_once() -> None:
    assert "L.circle(" in render_page(BRIEF, layers=[folium.Circle((50, 10), radius=1000)])


def test_the_same_layers_give_the_same_bytes_however_often_they_are_rendered() -> None:
    claim_map = with_layers()
    first = claim_map.get_root().render()
    assert claim_map.get_root().render() == first
    assert with_layers().get_root().render() == first


def test_an_id_in_the_data_of_a_layer_is_left_alone() -> None:
    name = "photo_0123456789abcdef0123456789abcdef"
    assert name in render_page(BRIEF, layers=[folium.Circle((50, 10), radius=1, tooltip=name)])


def test_nothing_in_a_layer_ends_its_script() -> None:
    page = with_layers().get_root().render()
    assert page.count("</script>") == render_page(BRIEF).count("</script>") + 1
    assert "</b> <\\/script>" in page


def policy_of(page: str) -> str:
    return html.unescape(page.split('Content-Security-Policy" content="')[1].split('"')[0])


def test_style_attributes_of_layers_are_allowed_and_scripts_stay_hashed() -> None:
    styles, scripts = (
        next(
            part for part in policy_of(with_layers().get_root().render()).split("; ") if part.startswith(name)
        )
        for name in ("style-src", "script-src")
    )
    assert "'unsafe-hashes'" in styles
    assert "unsafe" not in scripts


def test_layers_of_one_map_do_not_leak_into_the_next() -> None:
    claim_map = ClaimMap(BRIEF, online=True)
    claim_map.add_js_link("extra", "https://example.org/extra.js")
    assert "https://example.org/extra.js" in claim_map.get_root().render()
    assert ClaimMap(BRIEF).get_root().render() == render_page(BRIEF)
    assert "https://example.org/extra.js" not in folium.Map().get_root().render()


NETWORK_LAYERS = [
    (
        lambda: folium.TileLayer("OpenStreetMap"),
        "TileLayer 'openstreetmap'",
        "https://tile.openstreetmap.org",
    ),
    (lambda: folium.WmsTileLayer("https://wms.example/ows", "a"), "WmsTileLayer", "https://wms.example"),
    (lambda: folium.Marker((1, 1), icon=folium.Icon("red")), "Icon", "https://cdnjs.cloudflare.com"),
    (
        lambda: folium.Marker((1, 1), icon=folium.CustomIcon("https://img.example/a.png")),
        "CustomIcon",
        "https://img.example",
    ),
    (lambda: folium.plugins.MarkerCluster(), "MarkerCluster", "https://cdnjs.cloudflare.com"),
    (
        lambda: folium.Circle((1, 1), radius=1, popup="<img src='https://img.example/a.png'>"),
        "HTML of its own",
        "https://img.example",
    ),
    (
        lambda: folium.raster_layers.ImageOverlay("https://img.example/a.png", [[0, 0], [1, 1]]),
        "ImageOverlay",
        "https://img.example",
    ),
]


@pytest.mark.parametrize(
    ("layer", "name", "host"), NETWORK_LAYERS, ids=[name for _, name, _ in NETWORK_LAYERS]
)
def test_a_layer_that_would_load_something_is_refused_by_name(layer, name: str, host: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(PageError, match="online=True") as caught:
        render_page(BRIEF, layers=[layer()])
    assert name in str(caught.value)
    assert host in str(caught.value)


@pytest.mark.parametrize(
    ("layer", "name", "host"), NETWORK_LAYERS, ids=[name for _, name, _ in NETWORK_LAYERS]
)
def test_an_online_page_may_ask_exactly_the_hosts_of_its_layers(layer, name: str, host: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ARG001
    policy = policy_of(render_page(BRIEF, layers=[layer()], online=True))
    images = next(part for part in policy.split("; ") if part.startswith("img-src"))
    assert host in images.split()
    assert "default-src 'none'" in policy


def test_a_host_with_a_placeholder_is_allowed_with_its_subdomains() -> None:
    tiles = folium.TileLayer("https://{s}.tile.example/{z}/{x}/{y}.png", attr="Example")
    assert "img-src data: https://*.tile.example;" in render_page(BRIEF, layers=[tiles], online=True)


def test_a_file_beside_the_page_is_refused_online_too() -> None:
    tiles = folium.TileLayer("tiles/{z}/{x}/{y}.png", attr="own")
    with pytest.raises(PageError, match="on no web host"):
        render_page(BRIEF, layers=[tiles], online=True)


def test_links_for_the_reader_to_click_are_no_loads() -> None:
    popup = '<a href="https://example.org">source</a>'
    assert "https://example.org" in render_page(BRIEF, layers=[folium.Circle((1, 1), radius=1, popup=popup)])


def test_scripts_of_an_online_page_come_after_leaflet() -> None:
    page = render_page(BRIEF, layers=[folium.plugins.MarkerCluster()], online=True)
    assert page.index("Leaflet 1.9.3") < page.index('leaflet.markercluster.js"></script>')


def test_a_notebook_gets_the_page_and_a_list_without_script() -> None:
    shown = ClaimMap(BRIEF)._repr_html_()
    assert shown.startswith("<iframe")
    assert "Ships left Vell." in shown.split("</iframe>")[1]


def test_in_a_figure_of_another_it_says_what_to_do() -> None:
    figure = branca.element.Figure()
    figure.add_child(ClaimMap(BRIEF))
    with pytest.raises(PageError, match="in a Figure"):
        figure.render()
