"""How far the adding of dumps is, as a terminal and a log show it."""

import io

from geobrief.gazetteer.dumps.progress import console_stages


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_rows_and_then_the_share_of_the_merging() -> None:
    terminal = Terminal()
    stages = console_stages(terminal, "Adding RU.zip")
    with stages("Reading RU.zip", of_rows=True) as advance:
        advance(20_000, 0.25)
        shown = terminal.getvalue()
    with stages("Merging", of_rows=False) as advance:
        advance(0, 0.6)

    assert "Reading RU.zip" in shown
    assert "Merging" in terminal.getvalue()


def test_a_log_gets_one_line() -> None:
    log = io.StringIO()
    with console_stages(log, "Adding RU.zip")("Reading RU.zip", of_rows=True) as advance:
        advance(20_000, 0.25)

    assert log.getvalue() == "Adding RU.zip …\n"
