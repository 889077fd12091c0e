"""The group of commands, and how a fault is told: one line on standard error, exit 1; wrong usage, exit 2."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

import geobrief
from geobrief.cli.add_commands import add
from geobrief.cli.brief_commands import check
from geobrief.cli.browser_command import edit, serve
from geobrief.cli.corpus_commands import corpus
from geobrief.cli.edit_commands import merge, move, remove, rename, undo
from geobrief.cli.embed_brief_command import embed_brief
from geobrief.cli.embed_command import embed
from geobrief.cli.export_commands import export
from geobrief.cli.gazetteer_commands import find, gazetteer
from geobrief.cli.page_commands import build, extract, map_
from geobrief.errors import GeobriefError

__all__ = ["main"]


READER_GONE = 128 + 13
"""The exit code where what reads the output has ended, as `head` does: that of a program ended by SIGPIPE."""


def _leave_pipe() -> None:
    """Turns standard output away from the pipe, so that nothing is written to it when Python ends."""
    handle = os.open(os.devnull, os.O_WRONLY)
    os.dup2(handle, sys.stdout.fileno())
    os.close(handle)


class _Group(click.Group):
    """A group that tells geobrief's own errors in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GeobriefError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except BrokenPipeError:
            _leave_pipe()
            ctx.exit(READER_GONE)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(geobrief.__version__, prog_name="geobrief")
def main() -> None:
    """Turn a written brief into a map on which every mark is a claim that can be checked.

    \b
    Start with one of these:
      geobrief map article.html              the article as a page, at once
      geobrief extract article.md -o brief   a draft to correct, as files
      geobrief build brief                   the corrected files as a page
    """


COMMANDS = (
    map_,
    extract,
    corpus,
    build,
    serve,
    find,
    add,
    edit,
    move,
    rename,
    merge,
    remove,
    undo,
    check,
    export,
    embed,
    embed_brief,
    gazetteer,
)
for command in COMMANDS:
    main.add_command(command)
