"""Words of two directions in one line: each where a reader looks for it."""

from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, is_right_to_left, isolated, unbroken


def test_a_line_runs_as_its_first_letter_outside_isolates() -> None:
    title = isolated("قافلة", "ltr")
    assert title == "\u2067قافلة\u2069"
    assert not is_right_to_left(f"{title}, 10 January 2025")
    assert is_right_to_left(f"{isolated('AEP', 'rtl')}, يناير")
    assert is_right_to_left("10: قافلة")


def test_what_runs_as_the_line_needs_no_isolate() -> None:
    assert isolated("Sumy, 10", "ltr") == "Sumy, 10"
    assert isolated("12:30", "rtl") == "12:30"
    assert isolated("قافلة", "rtl") == "قافلة"


def test_an_isolate_that_is_broken_goes_on_in_the_next_line() -> None:
    lines = ["Source: \u2067قافلة", "مساعدات", "دمشق\u2069, 10 January"]
    assert unbroken(lines) == [
        "Source: \u2067قافلة\u2069",
        "\u2067مساعدات\u2069",
        "\u2067دمشق\u2069, 10 January",
    ]
    marked = [f"{RIGHT_TO_LEFT_MARK}من \u2066AEP", f"{RIGHT_TO_LEFT_MARK}Ohio\u2069"]
    assert unbroken(marked)[1] == f"{RIGHT_TO_LEFT_MARK}\u2066Ohio\u2069"
