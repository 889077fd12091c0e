"""Adds dumps, written here in GeoNames' format, to the real gazetteer, and asks both as one."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.dump_files import cache_of_its_own, name_row, place_row, write_dump
from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.gazetteer.completion import Completion
from geobrief.gazetteer.dumps.feature_codes import FeatureCodes
from geobrief.gazetteer.dumps.manage import add_dumps
from geobrief.gazetteer.dumps.merge import filed_names
from geobrief.gazetteer.entries import NameRank
from geobrief.model import Candidate
from geobrief.text.names import comparable, comparable_whole

YELABUGA = 468082
"""The id of a place that the packaged gazetteer has."""


def added(cache: Path, *rows: str, name: str = "BY.zip") -> Gazetteer:
    add_dumps(cache, [write_dump(cache / name, rows)])
    return open_gazetteer(cache, build=False)


def only(gazetteer: Gazetteer, name: str) -> Candidate:
    (candidate,) = gazetteer.candidates(name)
    return candidate


def test_a_village_is_found_with_all_that_its_row_tells(cache: Path) -> None:
    row = place_row(9_000_001, "Vyshnevychi Zzy", "P.PPL", alternates=["Вишневичі Ззи", "فيشنيفيتشي"])
    village = only(added(cache, row), "vyshnevychi zzy")
    assert (village.id, village.name, village.kind, village.level) == (
        "geonames:9000001",
        "Vyshnevychi Zzy",
        "city",
        3,
    )
    assert (village.lon, village.lat, village.population) == (30.9, 52.3, 0)
    assert (village.country_code, village.region_code, village.within) == ("BY", "BY.02", "Gomel")
    assert (village.feature_code, village.matched, village.exact) == ("P.PPL", "Vyshnevychi Zzy", True)


@pytest.mark.parametrize(
    ("code", "kind", "level"),
    [
        ("P.PPLA4", "city", 3),
        ("A.ADM2", "region", 2),
        ("A.ADM3", "region", 4),
        ("T.MTS", "region", 4),
        ("T.ISL", "region", 4),
        ("L.RGN", "region", 4),
        ("H.STM", "water", 4),
        ("S.AIRB", "site", 4),
        ("L.MILB", "site", 4),
        ("S.PRT", "site", 4),
        ("S.PSN", "site", 4),
        ("S.MNFE", "site", 4),
    ],
)
def test_the_feature_code_tells_kind_and_level(cache: Path, code: str, kind: str, level: int) -> None:
    place = only(added(cache, place_row(9_000_001, "Zzyborka Qo", code)), "Zzyborka Qo")
    assert (place.kind, place.level, place.feature_code) == (kind, level, code)


@pytest.mark.parametrize("code", ["S.HTL", "S.SCH", "H.WLL", "T.HLL", "R.RD", "V.TREE", "."])
def test_what_no_news_map_needs_is_counted_and_left_out(cache: Path, code: str) -> None:
    rows = [place_row(9_000_001, "Zzyborka Qo", code), place_row(9_000_002, "Vzzy")]
    report = add_dumps(cache, [write_dump(cache / "BY.zip", rows)])
    assert (report.added[0].rows, report.added[0].kept, report.added[0].left_out) == (2, 1, 1)
    assert not open_gazetteer(cache).candidates("Zzyborka Qo")


@pytest.mark.parametrize("name", ["Zzyborka", "Ззыборка", "زيبورك", "쯔이보르카", "兹博尔卡"])
def test_alternate_names_in_all_scripts_are_names(cache: Path, name: str) -> None:
    place = only(added(cache, place_row(9_000_001, "Zjyborka Qo", alternates=[name])), name)
    assert (place.name, place.matched, place.exact) == ("Zjyborka Qo", name, False)


def test_a_place_that_both_have_stays_the_packaged_one(cache: Path, gazetteer: Gazetteer) -> None:
    row = place_row(YELABUGA, "Elabuga", "P.PPLA2", population=5, alternates=["Alabuga Zzy"], lon=1, lat=1)
    together = added(cache, row)
    own = gazetteer.get("geonames:468082")
    now = together.get("geonames:468082")
    assert own is not None
    assert now is not None
    assert (now.name, now.lon, now.population, now.level) == (own.name, own.lon, own.population, own.level)
    assert (own.feature_code, now.feature_code) == ("", "P.PPLA2")
    new = only(together, "Alabuga Zzy")
    assert (new.id, new.name, new.matched, new.exact) == (own.id, own.name, "Alabuga Zzy", False)
    assert [each.id for each in together.candidates("Yelabuga")].count(own.id) == 1
    assert len(together) == len(gazetteer)


def test_the_best_known_of_both_comes_first(cache: Path, gazetteer: Gazetteer) -> None:
    rows = [
        place_row(9_000_001, "Springfield", population=90_000_000),
        place_row(9_000_002, "Springfield", population=1),
    ]
    found = added(cache, *rows).candidates("Springfield")
    assert found[0].id == "geonames:9000001"
    assert "geonames:9000002" in {each.id for each in found[-20:]}
    assert len(found) == len(gazetteer.candidates("Springfield")) + 2


def test_abandoned_places_count_less(cache: Path) -> None:
    rows = [
        place_row(9_000_001, "Zzyborka", "P.PPLQ", population=500),
        place_row(9_000_002, "Zzyborka", population=100),
    ]
    assert [each.feature_code for each in added(cache, *rows).candidates("Zzyborka")] == ["P.PPL", "P.PPLQ"]


def test_known_unites_the_names_of_both(cache: Path) -> None:
    gazetteer = added(cache, place_row(9_000_001, "New York City Zzy"))
    known = list(gazetteer.known("new york city zzy falls"))
    assert known[-3:] == ["new york", "new york city", "new york city zzy"]
    assert known == sorted(set(known), key=len)


@pytest.mark.parametrize("order", [("BY.zip", "alternateNamesV2.zip"), ("alternateNamesV2.zip", "BY.zip")])
def test_alternate_names_may_come_before_or_after_their_places(cache: Path, order: Sequence[str]) -> None:
    files = {
        "BY.zip": [place_row(9_000_001, "Zzyborka")],
        "alternateNamesV2.zip": [
            name_row(9_000_001, "Ззыборка", "ru"),
            name_row(9_000_001, "https://example.org/z", "link"),
            name_row(9_000_077, "Nowhere Zzy"),
            name_row(YELABUGA, "Yelabuga Zzy"),
        ],
    }
    for name in order:
        report = add_dumps(cache, [write_dump(cache / name, files[name])])
    gazetteer = open_gazetteer(cache)
    assert only(gazetteer, "Ззыборка").id == "geonames:9000001"
    assert only(gazetteer, "Yelabuga Zzy").id == "geonames:468082"
    assert not gazetteer.candidates("Nowhere Zzy")
    assert not gazetteer.known("nowhere zzy")[1:]
    assert report.counts["names_without_place"] == 1


def test_a_country_gets_no_further_names_that_may_be_words(cache: Path) -> None:
    india = place_row(
        1_269_750, "India", "A.PCLI", country="IN", alternates=["Zzyndie", "Zzy Indies", "Ззындия"]
    )
    gazetteer = added(cache, india)
    assert not gazetteer.candidates("Zzyndie")
    assert only(gazetteer, "Zzy Indies").kind == only(gazetteer, "Ззындия").kind == "country"


def test_division_codes_give_names(cache: Path) -> None:
    rows = ["BY.02\tHomyel’ Zzy\tHomyel' Zzy\t628281"]
    assert only(added(cache, *rows, name="admin1CodesASCII.txt"), "Homyel' Zzy").id == "geonames:628281"


def test_a_first_level_division_that_the_base_lacks_holds_its_places(cache: Path) -> None:
    rows = [place_row(9_000_001, "Zzyland", "A.ADM1", region="ZZ"), place_row(9_000_002, "Vzzy", region="ZZ")]
    gazetteer = added(cache, *rows)
    assert only(gazetteer, "Vzzy").within == "Zzyland"
    division = gazetteer.region("BY.ZZ")
    assert division is not None
    assert (division.name, division.level, division.within) == ("Zzyland", 1, "")


def test_a_cache_folder_holds_additions_of_its_own(cache: Path, gazetteer: Gazetteer) -> None:
    assert added(cache, place_row(9_000_001, "Zzyborka")).candidates("Zzyborka")
    assert not gazetteer.candidates("Zzyborka")


# ---- whatever the dumps are: the same as a plain model in memory

NAMES = st.sampled_from(
    ["Zzybor", "Zzy Bor's", "The Zzy", "Ззыбор", "ZB", "zzy", "Žżÿ", "兹", "7", "Kursk", ""]
)
CODES = st.sampled_from(["P.PPL", "P.PPLQ", "A.ADM2", "H.STM", "S.AIRB", "S.HTL", "Q.X"])
IDS = st.sampled_from([1, 65_535, 65_536, YELABUGA, 538_560, 9_000_001, 4_294_967_295])
PLACES = st.builds(
    lambda number, name, code, population, alternates: (number, name or "Zzy", code, population, alternates),
    *(IDS, NAMES, CODES, st.sampled_from([0, 5, 5_000_000])),
    st.lists(NAMES, max_size=3),
)
ALTERNATES = st.tuples(IDS, NAMES.filter(bool), st.sampled_from(["ru", "", "abbr", "post"]))


@settings(max_examples=40)
@given(st.lists(st.lists(PLACES, min_size=1, max_size=5), max_size=3), st.lists(ALTERNATES, max_size=5))
def test_merged_dumps_equal_a_model_in_memory(
    gazetteer: Gazetteer,
    files: list[list[tuple[int, str, str, int, list[str]]]],
    names: list[tuple[int, str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as made:
        cache = cache_of_its_own(Path(made, "cache"))
        dumps = []
        for number, rows in enumerate(files):
            written = [place_row(*row[:3], population=row[3], alternates=row[4]) for row in rows]
            dumps.append(write_dump(cache / f"part{number}.txt", written))
        if names:
            dumps.append(write_dump(cache / "names.txt", [name_row(*row) for row in names]))
        if not dumps:
            return
        add_dumps(cache, dumps)
        together = open_gazetteer(cache)
        expected = _model(gazetteer, [row for rows in files for row in rows], names)
        for name in ("Zzybor", "Zzy Bor's", "The Zzy", "Zzy", "Ззыбор", "ZB", "兹", "7", "Kursk", *expected):
            key = comparable_whole(name)
            if key not in expected and not _own(gazetteer, key):
                key = comparable(name)
            found = {(each.id, each.exact) for each in together.candidates(name)}
            assert found == expected.get(key, set()) | _own(gazetteer, key)
            assert (key in together.known(key)) == bool(found)


def _own(gazetteer: Gazetteer, key: str) -> set[tuple[str, bool]]:
    return {(each.id, each.exact) for each in gazetteer.candidates(key) if key in gazetteer.known(key)}


def _model(
    gazetteer: Gazetteer,
    rows: Iterable[tuple[int, str, str, int, list[str]]],
    names: Iterable[tuple[int, str, str]],
) -> dict[str, set[tuple[str, bool]]]:
    """Per comparable name: the ids that the dumps file under it, and whether it is the main name there."""
    codes = FeatureCodes()
    main: dict[int, str] = {}
    others: dict[int, list[str]] = {}
    short: dict[int, list[str]] = {}
    for number, name, code, _, alternates in rows:
        if codes[code].kind is not None:
            main[number] = name
            others.setdefault(number, []).extend([name, *alternates])
    for number, name, language in names:
        if language != "post":
            (short if language == "abbr" else others).setdefault(number, []).append(name)
    found: dict[str, set[tuple[str, bool]]] = {}
    for number in {*main, *others, *short}:
        own = gazetteer.get(f"geonames:{number}")
        if number not in main and own is None:
            continue
        filed = filed_names(main.get(number, ""), others.get(number, ()), short.get(number, ()))
        for key, (_, rank) in filed.items():
            told = {each for each in _own(gazetteer, key) if own and each[0] == own.id}
            found.setdefault(key, set()).update(
                told or {(f"geonames:{number}", rank == NameRank.MAIN and own is None)}
            )
    return found


def test_a_place_of_a_dump_is_found_while_its_name_is_typed(cache: Path) -> None:
    rows = [place_row(9_000_001 + number, f"Zzyborka {number}") for number in range(100)]
    rows += [place_row(9_000_200, "Zzyborka Velika", population=900), place_row(9_000_201, "Ззыборка")]
    completion = Completion(added(cache, *rows))
    for typed in ("zzy", "Zzyborka", "ZZYBORKA V"):
        assert completion.search(typed)[0].name == "Zzyborka Velika"
    assert [found.name for found in completion.search("zzyborka 57")] == ["Zzyborka 57"]
    assert [found.name for found in completion.search("ззыб")] == ["Ззыборка"]


def test_what_one_letter_begins_is_found_in_all_parts_of_the_additions(cache: Path) -> None:
    names = ["\ua4d0", "\ua4d0\ua4d1", "\ua4d0\ua4d2\ua4d3", "\ua4d0\ua4df\ua4e1\ua4e3"]
    completion = Completion(added(cache, *(place_row(9_000_001 + at, name) for at, name in enumerate(names))))
    assert {found.name for found in completion.search(names[0])} == set(names)
