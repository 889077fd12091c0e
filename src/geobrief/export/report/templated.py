"""Documents that are text, from Jinja templates: the packaged ones, or a user's own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final

from geobrief.errors import ExportError

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["rendered"]

_PACKAGED = "geobrief/"
"""What the names of the packaged templates begin with, for a user's own that extend or include them."""
_LATEX_MARKS: Final[dict[str, str]] = {
    "variable_start_string": r"\VAR{",
    "variable_end_string": "}",
    "block_start_string": r"\BLOCK{",
    "block_end_string": "}",
    "comment_start_string": r"\#{",
    "comment_end_string": "}",
}
"""Jinja's own would be braces and percent signs, which LaTeX is full of."""


def rendered(name: str, own: Path | None, data: Mapping[str, Any]) -> str:
    """A template, filled in.

    Args:
        name: Of the packaged template, as `report.md.jinja`. Where it ends in `.html.jinja`, all that is
            filled in is escaped; for other formats the data are to be safe already.
        own: A user's template in its place.
        data: What it is filled with.

    Raises:
        ExportError: The user's template is broken, where the message tells the line, or nothing would be
            filled into it.
    """
    environment = _environment(name, own)
    try:
        text = environment.get_template(own.name if own else _PACKAGED + name).render(data)
        asks = own is None or _asks(environment, own)
    except Exception as error:  # a template can raise whatever its filters and operators do
        if own is None:
            raise
        raise ExportError(f"{_where(error, own)}: {_why(error, data)}") from error
    if not asks:
        raise ExportError(f"{own} is no template: it asks for nothing, as {_example(environment)} would.")
    return text


def _environment(name: str, own: Path | None) -> Environment:
    from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    loaders = [FunctionLoader(_packaged), *([FileSystemLoader(own.parent)] if own else [])]
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=name.endswith(".html.jinja"),
        undefined=StrictUndefined,
        **(_LATEX_MARKS if name.endswith(".tex.jinja") else {}),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _asks(environment: Environment, own: Path) -> bool:
    """Whether anything of a template is more than the text that it is."""
    from jinja2 import FileSystemLoader

    source = FileSystemLoader(own.parent).get_source(environment, own.name)[0]
    return any(kind in ("variable_begin", "block_begin") for _, kind, _ in environment.lex(source))


def _example(environment: Environment) -> str:
    """How a template asks for the title."""
    return f"{environment.variable_start_string}title{environment.variable_end_string}"


def _packaged(name: str) -> str | None:
    if not name.startswith(_PACKAGED):
        return None
    path = files("geobrief.export.report") / "templates" / name.removeprefix(_PACKAGED)
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _where(error: Exception, own: Path) -> str:
    """The template and the line of it at which it failed."""
    line = getattr(error, "lineno", None)
    file = getattr(error, "filename", None) or str(own)
    for frame in extract_tb(error.__traceback__):
        if line is None and Path(frame.filename).parent == own.parent and frame.filename.endswith(own.name):
            file, line = frame.filename, frame.lineno
    return f"{file}, line {line}" if line else file


def _why(error: Exception, data: Mapping[str, Any]) -> str:
    from jinja2 import TemplateNotFound, UndefinedError

    if isinstance(error, UnicodeDecodeError):
        return "this is no text in UTF-8. Save it as such, or give a template of the format that you export."
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.message!r} beside it."
    if isinstance(error, UndefinedError):
        return f"{error.message}. At the top there are: {', '.join(sorted(data))}."
    return f"{str(error) or type(error).__name__}. Mend it there."
