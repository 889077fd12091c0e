"""Ids that people can read and type."""

from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.ids import slug, unique_id


@given(st.text())
def test_an_id_is_plain_ascii(name: str) -> None:
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(name)) == slug(name)
    assert not slug(name).startswith("-")


@given(st.lists(st.sampled_from(("Paris", "paris", "Paris 2", "Київ"))))
def test_no_id_is_given_twice(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(unique_id(name, taken))
    assert len(set(taken)) == len(taken)


def test_ids_read_like_their_names() -> None:
    assert [slug(name) for name in ("Kursk region", "Kaech’ŏn", "Łódź", "São Tomé", "Straße")] == [
        "kursk-region",
        "kaechon",
        "lodz",
        "sao-tome",
        "strasse",
    ]
