import folium

from geobrief.render.layer_tree import describe, elements, numbered, untouched


def test_every_element_of_a_tree_is_met_once() -> None:
    folium_map = folium.Map(tiles=None)
    group = folium.FeatureGroup("group").add_to(folium_map)
    marker = folium.Marker((1, 1), icon=folium.DivIcon("x")).add_to(group)
    met = list(elements(folium_map.get_root()))
    assert len(met) == len({id(element) for element in met})
    assert {id(each) for each in (folium_map, group, marker, marker.icon)} <= {id(element) for element in met}


def test_rendering_leaves_no_trace() -> None:
    folium_map = folium.Map(tiles=None)
    folium.Marker((1, 1), icon=folium.DivIcon("x")).add_to(folium_map)
    root = folium_map.get_root()
    before = [(element, list(element._children)) for element in elements(root)]
    with untouched(root):
        root.render()
    assert [(element, list(element._children)) for element, _ in before] == before


def test_random_ids_become_numbers_in_the_order_of_the_text() -> None:
    folium_map = folium.Map(tiles=None)
    circle = folium.Circle((1, 1), radius=1).add_to(folium_map)
    number = numbered(folium_map.get_root(), first=folium_map)
    assert number(f"{circle.get_name()}.addTo({folium_map.get_name()})") == "circle_2.addTo(map_1)"
    foreign = "photo_0123456789abcdef0123456789abcdef"
    assert number(foreign) == foreign


def test_a_layer_is_described_by_its_class_and_its_name() -> None:
    assert describe(folium.FeatureGroup("Bases")) == "FeatureGroup 'Bases'"
    assert describe(folium.FeatureGroup()) == "FeatureGroup"
