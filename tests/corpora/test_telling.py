import io

from geobrief.corpora.telling import Telling


def test_a_log_gets_a_line_now_and_then_with_what_was_set_aside() -> None:
    stream = io.StringIO()
    telling = Telling(stream)
    with telling.reading(total=1_000, left=900) as tell:
        for _ in range(90):
            tell(10, 0)
        tell(0, 3)
    first, *lines = stream.getvalue().splitlines()
    assert first == "Going on: 100 of 1,000 articles were done before."
    assert 15 <= len(lines) <= 21
    assert lines[0].startswith("150 of 1,000 articles, ")
    assert " a second, " in lines[0]
    assert lines[-1].startswith("1,000 of 1,000 articles, ")


def test_a_terminal_gets_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with Telling(stream).reading(total=100, left=50) as tell:
        tell(50, 2)
    assert "articles" in stream.getvalue()
