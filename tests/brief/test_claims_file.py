"""`claims.csv`: in the dialect of whatever program saved it; unedited rows keep their bytes."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_values import HOSTILE, claim_lists, words
from geobrief.brief.claims_file import EMPTY, lines, parse, scan, update
from geobrief.errors import BriefError
from geobrief.model import Claim, Flow, Quantity, When

EXCEL = (
    "\ufeffID;Article;Quote;Places;Certainty;Quantity;When;From;To;Desk\r\n"
    'c1;a.md;"He said ""no"".";"p1; p2";Denied;25,000 workers; 2024-06 ;;;"north"\r\n'
    "\r\n"
    "c2;;It rains;p1;;;2024;p1;p2;"
)
NO, RAIN = parse(EXCEL)

TYPED = st.sampled_from(("", "a", "=1+1", "two\nlines", 'a "b" c', "x,y;z", "é\u2028", " space "))


@st.composite
def files(draw: st.DrawFn) -> str:
    """Files of claims as spreadsheets write them."""
    known = ("article", "by", "note", "places", "certainty", "quantity", "when")
    optional = draw(st.lists(st.sampled_from(known), unique=True))
    columns = draw(st.permutations(["id", "quote", "Desk", "", *optional]))
    cells = {
        "certainty": st.sampled_from(("", "stated", " Denied", "POSSIBLE ")),
        "quantity": st.sampled_from(("", "5", "25,000 workers; 1.50 t", "about 12 tanks")),
        "when": st.sampled_from(("", "2024", "2024-06", "2024-02-29", "2024-09-12/2024-09-16", "2024/..")),
        "places": st.sampled_from(("", "p1", "p1;p2", " p1 ; p2 ;")),
        "article": st.sampled_from(("", "a.md")),
    }
    dialect = {
        "delimiter": draw(st.sampled_from(",;\t")),
        "lineterminator": draw(st.sampled_from(("\n", "\r\n"))),
        "quoting": draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))),
    }
    written = io.StringIO()
    writer = csv.writer(written, **dialect)
    writer.writerow(columns)
    for at in range(draw(st.integers(0, 4))):
        row = {column: draw(cells.get(column, TYPED)) for column in columns}
        writer.writerow([f"c{at}" if column == "id" else row[column] for column in columns])
        if draw(st.booleans()):
            written.write(dialect["lineterminator"])
    text = written.getvalue()
    return draw(st.sampled_from(("", "\ufeff"))) + (text if draw(st.booleans()) else text.rstrip("\r\n"))


@given(files())
def test_what_did_not_change_keeps_its_bytes(text: str) -> None:
    assert update(text, parse(text)) == text


@given(files())
def test_cells_say_what_python_s_csv_reads(text: str) -> None:
    delimiter = next(character for character in text if character in ",;\t")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
    assert [claim.quote for claim in parse(text)] == [row["quote"] for row in rows]
    assert [claim.extra["Desk"] for claim in parse(text)] == [row["Desk"] for row in rows]


@given(claim_lists())
def test_a_new_file_holds_every_claim(claims: tuple[Claim, ...]) -> None:
    assert parse(update(EMPTY, claims)) == claims


@given(files(), claim_lists())
def test_any_change_reads_back_as_it_was_made(text: str, others: tuple[Claim, ...]) -> None:
    old = parse(text)[1:]
    wanted = list({claim.id: replace(claim, extra={}) for claim in (*others, *old)}.values())
    found = [replace(claim, extra={}) for claim in parse(update(text, wanted))]
    assert found == wanted


@given(files(), words)
def test_a_changed_claim_changes_nothing_else(text: str, quote: str) -> None:
    claims = parse(text)
    changed = [replace(claim, quote=quote + "!") if claim.id == "c1" else claim for claim in claims]
    found = parse(update(text, changed))
    assert [claim for claim in found if claim.id != "c1"] == [claim for claim in claims if claim.id != "c1"]
    assert list(found) == changed


def test_a_spreadsheet_s_dialect_is_read() -> None:
    assert NO.quote == 'He said "no".'
    assert (NO.places, NO.certainty, NO.document) == (("p1", "p2"), "denied", "a.md")
    assert NO.quantities == (Quantity(25000, "workers", "25,000 workers"),)
    assert NO.when == When("2024-06-01", "2024-06-30")
    assert NO.extra == {"Desk": "north"}
    assert (RAIN.when, RAIN.flow, RAIN.certainty) == (
        When("2024-01-01", "2024-12-31"),
        Flow("p1", "p2"),
        "stated",
    )
    assert lines(EXCEL) == {"c1": 2, "c2": 4}


def test_an_edited_row_keeps_its_other_cells() -> None:
    text = update(EXCEL, (replace(NO, certainty="doubted"), RAIN))
    assert text == EXCEL.replace("Denied", "doubted")


def test_a_new_row_is_written_in_the_dialect_of_the_others() -> None:
    text = update(EXCEL, (NO, RAIN, Claim("c3", "a.md", "One; two", ("p1",))))
    assert text == EXCEL + '\r\nc3;a.md;"One; two";p1;stated;;;;;'


def test_a_removed_row_takes_only_its_own_line() -> None:
    assert update(EXCEL, (RAIN,)) == EXCEL.replace(EXCEL.split("\r\n")[1] + "\r\n\r\n", "")


def test_a_column_is_added_for_what_has_none() -> None:
    text = update(EXCEL, (replace(NO, note="Ask again."), RAIN))
    assert text.splitlines()[0].endswith(";Desk;note")
    assert text.splitlines()[1].endswith(';"north";Ask again.')
    assert text.splitlines()[-1].endswith(";p1;p2;;")


@pytest.mark.parametrize(
    ("when", "cell"),
    [
        (When("2024-06-12", "2024-06-12"), "2024-06-12"),
        (When("2024-02-01", "2024-02-29"), "2024-02"),
        (When("2024-01-01", "2024-12-31"), "2024"),
        (When("2024-09-12", "2024-09-16"), "2024-09-12/2024-09-16"),
        (When("2024-09-12", ""), "2024-09-12/.."),
    ],
)
def test_dates_are_written_short(when: When, cell: str) -> None:
    text = update(EMPTY, (Claim("c1", "", "x", when=when),))
    assert f",{cell}," in text
    assert parse(text)[0].when == when


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("25000 workers", 25000, "workers"),
        ("25,000 workers", 25000, "workers"),
        ("25\u00a0000 workers", 25000, "workers"),
        ("1000 155mm shells", 1000, "155mm shells"),
        ("2.5 billion euros", 2.5, "billion euros"),
        ("about 12 tanks", 12, "tanks"),
        ("-3 degrees", -3, "degrees"),
        ("7", 7, ""),
    ],
)
def test_quantities_are_read_as_people_type_them(cell: str, value: float, unit: str) -> None:
    (claim,) = parse(f'id,quote,quantity\nc1,x,"{cell}"\n')
    assert claim.quantities == (Quantity(value, unit, cell),)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_come_back(value: str) -> None:
    claim = Claim("c1", "", value, by=value, note=value, extra={"Desk": value})
    assert parse(update(EMPTY, (claim,))) == (claim,)


def test_all_faults_come_at_once() -> None:
    text = (
        "id,quote,certainty,when,quantity,from,to\n"
        'a,"two\nlines",sure,,,,\n'
        'a,x,,2024-13,"12,5 x",,\n'
        ",x,,,,,\n"
        "b,x,,2024-09-16/2024-09-12,,p1,\n"
        "c,x\n"
        'd,"x,,,,\n'
    )
    with pytest.raises(BriefError) as raised:
        parse(text)
    assert [fault.removeprefix("claims.csv, ").split("; ")[0] for fault in raised.value.faults] == [
        "line 2: claim 'a' has the unknown certainty 'sure'",
        "line 4: claim 'a' has a quantity that cannot be read, '12,5 x'",
        "line 4: claim 'a' has a date that is not ISO 8601, '2024-13'",
        "line 4: claim 'a' has the id of the claim on line 2",
        "line 5: this row has no id",
        "line 6: claim 'b' has a time that ends before it begins, '2024-09-16/2024-09-12'",
        "line 6: claim 'b' has a flow with from 'p1' but no to",
        "line 7: claim 'c' has 2 cells, but the header has 7",
        "line 8: claim 'd' opens a quotation mark that is never closed",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column 'id'"),
        ("a,b\n1,2\n", "no column 'quote'"),
        ("id,quote,ID\n", "'id' more than once"),
        ('id,"quote\n', "never closed"),
    ],
)
def test_a_header_that_is_none_says_why(text: str, message: str) -> None:
    _, faults = scan(text)
    assert any(message in fault.message for fault in faults)


def test_a_group_is_read_and_written_and_an_editors_own_kept() -> None:
    text = "id,quote,Group,Desk\nc1,One, the dead ,north\nc2,Two,,\nc3,Three,the dead,\n"
    claims = parse(text)
    assert [claim.group for claim in claims] == ["the dead", "", "the dead"]
    assert update(text, claims) == text
    edited = update(text, (claims[0], replace(claims[1], group="g1"), claims[2]))
    assert edited == text.replace("c2,Two,,", "c2,Two,g1,")


def test_the_column_of_groups_comes_with_the_first_group() -> None:
    one, two = Claim("c1", "", "One"), Claim("c2", "", "Two")
    assert "group" not in update(EMPTY, (one, two))
    grouped = update(EMPTY, (replace(one, group="g1"), replace(two, group="g1")))
    assert grouped.splitlines()[0] == EMPTY.strip() + ",group"
    assert [claim.group for claim in parse(grouped)] == ["g1", "g1"]


def test_dates_that_a_spreadsheet_reformatted_are_read_and_stay_as_they_are() -> None:
    text = (
        "id;quote;when\r\nc1;a;25/12/2024\r\nc2;b;6/12/2024\r\nc3;c;12.06.2024\r\n"
        "c4;It fell on 12 June 2024.;45455\r\n"
    )
    claims = parse(text)
    assert [claim.when and claim.when.start for claim in claims] == [
        "2024-12-25",
        "2024-12-06",
        "2024-06-12",
        "2024-06-12",
    ]
    changed = update(text, (*claims[:3], replace(claims[3], quote="It fell.")))
    assert changed == text.replace("It fell on 12 June 2024.;45455", "It fell.;2024-06-12")


def test_a_date_still_says_the_same_once_the_row_is_gone_that_explained_it() -> None:
    text = "id,quote,when\nc1,a,25/12/2024\nc2,b,6/12/2024\n"
    claims = parse(text)
    assert update(text, claims[1:]) == "id,quote,when\nc2,b,2024-12-06\n"


def test_a_date_that_cannot_be_told_is_a_fault_that_says_so() -> None:
    _, faults = scan("id,quote,when\nc1,a,6/12/2024\nc2,b,45455\n")
    assert "day cannot be told from its month" in str(faults[0])
    assert "2024-06-12; write that" in str(faults[1])
