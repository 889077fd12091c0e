"""A brief on disk: read and saved without loss, and whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from brief_values import HOSTILE
from geobrief.brief.folder import read_folder, refuse_overwriting, save_folder
from geobrief.errors import BriefError, GeobriefError
from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, Quantity, When

TEXT = (
    "Ann said around 25,000 workers left Kursk for Alabuga in June 2024.\n\n"
    "The factory near Kursk's river, Bob said, is full. Kursk region is large."
)
BRIEF = Brief(
    documents=(Document("work.md", TEXT, title="Work", published="2025-06-20", language="en"),),
    mentions=(
        Mention("work.md", 36, 41, "kursk"),
        Mention("work.md", 46, 53, "alabuga"),
        Mention("work.md", 86, 91, "kursk"),
        Mention("work.md", 120, 132, "kursk-region"),
    ),
    places=(
        Place("kursk", "Kursk", lon=36.19, lat=51.73),
        Place("alabuga", "Yelabuga", aliases=("Alabuga",), lon=52.0, lat=55.8),
        Place("kursk-region", "Kursk region", "region"),
    ),
    claims=(
        Claim(
            "c1",
            "work.md",
            "Ann said around 25,000 workers left Kursk for Alabuga in June 2024.",
            ("kursk", "alabuga"),
            by="Ann",
            certainty="attributed",
            quantities=(Quantity(25000, "workers", "around 25,000 workers", "about", span=(9, 30)),),
            when=When("2024-06-01", "2024-06-30", "June 2024", (57, 66)),
            flow=Flow("kursk", "alabuga", (31, 53)),
            span=(0, 67),
            by_span=(0, 3),
            certainty_span=(4, 8),
            by_kind="institution",
            cue_span=(4, 8),
        ),
        Claim(
            "c2",
            "work.md",
            "The factory near Kursk's river, Bob said, is full.",
            ("kursk", "alabuga"),
            by="Bob",
            span=(69, 119),
            by_span=(101, 104),
            inferred=("alabuga",),
            by_kind="institution",
            cue_span=(105, 109),
        ),
    ),
    title="Work",
)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def saved(folder: Path) -> Path:
    save_folder(BRIEF, folder)
    return folder


def test_a_brief_comes_back_with_all_that_the_text_tells(tmp_path: Path) -> None:
    assert read_folder(saved(tmp_path / "new" / "brief")).value == BRIEF


def test_saving_what_was_read_changes_no_byte_here_or_elsewhere(tmp_path: Path) -> None:
    folder = saved(tmp_path / "a")
    (folder / "claims.csv").write_bytes(
        "\ufeffid;quote;places;article;Desk\r\n"
        'c1;"Ann said around 25,000 workers left Kursk for Alabuga in June 2024.";kursk;work.md;nörd'.encode()
    )
    (folder / "articles" / "work.md").write_text(f"---\nmood: calm\ntitle:   Work\n---\n\n{TEXT}\n\n")
    before = files(folder)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    found = read_folder(folder)
    save_folder(found.value, folder, files=found.files)
    save_folder(found.value, tmp_path / "b", files=found.files)
    assert files(folder) == before == files(tmp_path / "b")
    assert times == {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_spreadsheet_s_own_encoding_is_kept(tmp_path: Path) -> None:
    folder = saved(tmp_path)
    row = "id;quote;places;by;note\r\nc1;x;kursk;Müller;für „später“\r\n"
    (folder / "claims.csv").write_bytes(row.encode("cp1252"))
    found = read_folder(folder)
    assert found.value.claims[0].by == "Müller"
    more = Claim("c2", "", "y", ("kursk",), by="Löwe")
    save_folder(replace(found.value, claims=(*found.value.claims, more)), folder, files=found.files)
    assert (folder / "claims.csv").read_bytes() == (row + "c2;y;kursk;Löwe;\r\n").encode("cp1252")
    found = read_folder(folder)
    cyrillic = replace(more, by="Лев")
    save_folder(replace(found.value, claims=(found.value.claims[0], cyrillic)), folder, files=found.files)
    assert (folder / "claims.csv").read_bytes().startswith("\ufeffid;quote".encode())
    assert read_folder(folder).value.claims[1].by == "Лев"


def test_only_the_edited_article_is_written(tmp_path: Path) -> None:
    two = replace(BRIEF, documents=(*BRIEF.documents, Document("zwei.md", "Kursk again.")))
    save_folder(two, tmp_path)
    odd = b"---\ntitle:    Zwei\nunknown: [1]\n---\nKursk   again.\r\n"
    (tmp_path / "articles" / "zwei.md").write_bytes(odd)
    found = read_folder(tmp_path)
    edited = replace(found.value.documents[0], title="Labour")
    save_folder(
        replace(found.value, documents=(edited, found.value.documents[1])), tmp_path, files=found.files
    )
    assert read_folder(tmp_path).value.documents[0].title == "Labour"
    assert (tmp_path / "articles" / "zwei.md").read_bytes() == odd


def test_an_article_that_left_the_brief_leaves_the_folder(tmp_path: Path) -> None:
    found = read_folder(saved(tmp_path))
    claims = tuple(replace(claim, document="") for claim in found.value.claims)
    save_folder(replace(found.value, documents=(), claims=claims), tmp_path, files=found.files)
    assert list((tmp_path / "articles").iterdir()) == []


def test_hostile_values_come_back(tmp_path: Path) -> None:
    text = "\n".join(value.replace("\r\n", "\n").replace("\r", "\n") for value in HOSTILE)
    claims = tuple(
        Claim(f"c{at}", "a.md", value, ("p",), by=value, extra={"Desk": value})
        for at, value in enumerate(HOSTILE)
    )
    place = Place("p", HOSTILE[0], note="\n".join(HOSTILE), extra={value: value for value in HOSTILE})
    save_folder(Brief((Document("a.md", text, title=HOSTILE[0]),), (), (place,), claims), tmp_path)
    found = read_folder(tmp_path).value
    assert found.documents[0].text == text
    assert found.title == HOSTILE[0]
    assert found.places == (place,)
    assert [(claim.quote, claim.by, claim.extra) for claim in found.claims] == [
        (claim.quote, claim.by, claim.extra) for claim in claims
    ]


def test_faults_of_the_files_come_at_once(tmp_path: Path) -> None:
    folder = saved(tmp_path)
    (folder / "articles" / "work.md").write_text("---\ntitle: [\n---\nx")
    (folder / "places.geojson").write_text("{")
    (folder / "claims.csv").write_text("id,quote,certainty\nc1,x,sure\n")
    with pytest.raises(BriefError) as raised:
        read_folder(folder)
    assert [fault.split(",")[0] for fault in raised.value.faults] == [
        "articles/work.md",
        "places.geojson",
        "claims.csv",
    ]


def test_claims_that_name_what_is_not_there_are_named_with_their_lines(tmp_path: Path) -> None:
    folder = saved(tmp_path)
    (folder / "claims.csv").write_text(
        "id,article,quote,places,from,to\nc1,work.md,x,moon;kursk,,\nc2,gone.md,x,kursk,kursk,mars\n"
    )
    with pytest.raises(BriefError) as raised:
        read_folder(folder)
    assert [fault.partition(", which")[0] for fault in raised.value.faults] == [
        "claims.csv, line 2: claim 'c1' names the place 'moon'",
        "claims.csv, line 3: claim 'c2' names the place 'mars'",
        "claims.csv, line 3: claim 'c2' names the article 'gone.md'",
    ]


def test_what_is_no_brief_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path, reason in (("gone", "does not exist"), ("file", "is a file"), ("", "holds no brief")):
        with pytest.raises(BriefError, match=reason):
            read_folder(tmp_path / path)


def test_a_brief_that_contradicts_itself_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="names the place 'kursk'"):
        save_folder(replace(BRIEF, places=()), tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("key", ["../x.md", "a/b.md", ".hidden.md", "x.txt", "c:\\x.md"])
def test_no_article_is_written_out_of_the_folder(tmp_path: Path, key: str) -> None:
    with pytest.raises(BriefError, match="no file name"):
        save_folder(Brief((Document(key, "x"),)), tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_another_program_s_edit_is_not_overwritten(tmp_path: Path) -> None:
    found = read_folder(saved(tmp_path))
    edited = (tmp_path / "places.geojson").read_text().replace("Kursk region", "Kursk oblast")
    (tmp_path / "places.geojson").write_text(edited)
    changed = replace(found.value, places=(replace(BRIEF.places[0], note="new"), *BRIEF.places[1:]))
    with pytest.raises(BriefError, match=r"changed since it was read \(places.geojson\)"):
        save_folder(changed, tmp_path, files=found.files)
    assert (tmp_path / "places.geojson").read_text() == edited


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GeobriefError, match="a part of the path is a file"):
        save_folder(BRIEF, tmp_path / "file" / "brief")


def test_a_draft_replaces_no_brief(tmp_path: Path) -> None:
    refuse_overwriting(tmp_path / "new")
    refuse_overwriting(tmp_path)
    with pytest.raises(BriefError, match="holds a brief already"):
        refuse_overwriting(saved(tmp_path))
    with pytest.raises(BriefError, match="is a file"):
        refuse_overwriting(tmp_path / "claims.csv")


def test_the_example_is_read_and_written_without_a_change(example: Path, tmp_path: Path) -> None:
    if not (example / "places.geojson").exists():
        pytest.skip("the example brief has no places yet")
    found = read_folder(example)
    save_folder(found.value, tmp_path, files=found.files)
    names = [f"articles/{document.id}" for document in found.value.documents]
    for name in (*names, "places.geojson", "claims.csv"):
        assert (tmp_path / name).read_bytes() == (example / name).read_bytes()
    assert all(claim.span for claim in found.value.claims)
