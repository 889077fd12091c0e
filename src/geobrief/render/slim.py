"""The project's own scripts and style sheets as a page carries them: without comments and indentation.

They stay readable, a statement a line. It relies on two habits of those files, which a test holds: a
comment of a script stands on lines of its own, and no string runs over an end of line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["slim_script", "slim_style"]

_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def slim_script(script: str) -> str:
    r"""JavaScript without its lines of comment, empty lines and indentation.

    >>> slim_script('// Why.\n\nif (one) {\n  two("// three");\n}\n')
    'if (one) {\ntwo("// three");\n}\n'
    """
    return _lines(line for line in _stripped(script) if not line.startswith("//"))


def slim_style(style: str) -> str:
    r"""CSS without comments, empty lines and indentation.

    >>> slim_style('/* Why. */\n.map {\n  color: red;\n}\n')
    '.map {\ncolor: red;\n}\n'
    """
    return _lines(_stripped(_STYLE_COMMENT.sub("", style)))


def _stripped(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines if line)
