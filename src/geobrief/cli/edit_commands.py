"""`move`, `rename`, `merge`, `remove` and `undo`: putting the places of a brief right, and taking it back."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geobrief.cli.points import LonLat
from geobrief.errors import GeobriefError

if TYPE_CHECKING:
    from geobrief.editor.changes import Change
    from geobrief.editor.history import Entry
    from geobrief.editor.store import Writer
    from geobrief.model import Claim

__all__ = ["merge", "move", "remove", "rename", "saved", "undo", "writer"]

FOLDER = click.argument("folder", type=click.Path(path_type=Path))
PLACE = click.argument("place")
_SHOWN = 12
"""Ids of a brief's places that are named where none of them is like the one that was asked for."""


def writer() -> Writer:
    """Who the history says has changed a brief: the user, as the system calls them."""
    from geobrief.editor.store import Writer

    try:
        return Writer(getpass.getuser())
    except (ImportError, KeyError, OSError):  # a user without a name, as in some containers
        return Writer()


def saved(folder: Path, change: Change) -> bool:
    """Makes a change in a brief; False where it changes nothing."""
    from geobrief.editor.store import apply

    return apply(folder, change, writer()) is not None


@click.command()
@FOLDER
@PLACE
@click.option("--at", required=True, type=LonLat(), help="Its longitude and latitude, WGS 84 degrees.")
def move(folder: Path, place: str, at: tuple[float, float]) -> None:
    """Put a PLACE of a brief, by its id or name, somewhere else.

    \b
    Example:
      geobrief move data Wonsan --at 127.44,39.15
    """
    from geobrief.editor.changes import MovePlace

    key = _key(folder, place)
    _done(saved(folder, MovePlace(key, *at)), f"Moved {key!r} to {at[0]:.4f}, {at[1]:.4f}")


@click.command()
@FOLDER
@PLACE
@click.argument("name")
def rename(folder: Path, place: str, name: str) -> None:
    """Call a PLACE of a brief NAME; the old name stays as an alias.

    \b
    Example:
      geobrief rename data wonsan "Wonsan port"
    """
    from geobrief.editor.changes import RenamePlace

    key = _key(folder, place)
    _done(saved(folder, RenamePlace(key, name)), f"Renamed {key!r} to {name!r}")


@click.command()
@FOLDER
@PLACE
@click.argument("into")
def merge(folder: Path, place: str, into: str) -> None:
    """Make a PLACE one with another; its names and claims go over to INTO.

    \b
    Example:
      geobrief merge data yelabuga alabuga
    """
    from geobrief.editor.changes import MergePlaces

    key, kept = _key(folder, place), _key(folder, into)
    _done(saved(folder, MergePlaces(key, kept)), f"Merged {key!r} into {kept!r}")


@click.command()
@FOLDER
@PLACE
@click.option("--force", is_flag=True, help="Remove the claims about it alone too, without asking.")
@click.option("--keep-claims", is_flag=True, help="Keep all claims, some about no place then.")
def remove(folder: Path, place: str, *, force: bool, keep_claims: bool) -> None:
    """Take a PLACE out of a brief, with the claims about it alone; those about other places too stay.

    \b
    Examples:
      geobrief remove data moscow
      geobrief remove data moscow --keep-claims
    """
    from geobrief.editor.changes import RemovePlace

    key = _key(folder, place)
    told = _told_claims(folder, key)
    if told and not (force or keep_claims):
        if not sys.stdin.isatty():
            raise GeobriefError(
                f"{key!r} has claims: {told}. Give --force to remove it with the claims about it alone, "
                "or --keep-claims; claims about other places too lose only their link to it."
            )
        click.confirm(f"{told}. Remove it, with the claims about it alone?", abort=True)
    _done(saved(folder, RemovePlace(key, with_claims=not keep_claims)), f"Removed {key!r}")


@click.command()
@FOLDER
@click.option("--redo", "again", is_flag=True, help="Do again what was taken back last.")
@click.option("--list", "listed", is_flag=True, help="Show what was done, by whom and when; change nothing.")
def undo(folder: Path, *, again: bool, listed: bool) -> None:
    """Take back the last change of a brief, made by command or in the browser.

    \b
    Examples:
      geobrief undo data
      geobrief undo data --redo
      geobrief undo data --list
    """
    if again and listed:
        raise click.UsageError("--redo and --list go one at a time.")
    if listed:
        _list(folder)
        return
    from geobrief.editor import store

    entry = (store.redo if again else store.undo)(folder, writer())
    click.echo(f"{'Done again' if again else 'Taken back'}: {entry.what}.")


def _list(folder: Path) -> None:
    from geobrief.brief.folder import folder_files
    from geobrief.editor.history import read_history, undoable
    from geobrief.editor.store import recover

    folder_files(folder)  # says where there is no brief
    recover(folder)
    entries = read_history(folder)
    left = {entry.number for entry in undoable(entries)}
    for entry in entries:
        click.echo(_told(entry, left))
    if not entries:
        click.echo(f"{folder} has no history yet.")


def _told(entry: Entry, left: set[int]) -> str:
    mark = "*" if entry.number in left else " "
    return f"{mark} {entry.number:>3}  {entry.when}  {entry.who or '?'}  {entry.what}"


def _done(changed: bool, told: str) -> None:  # noqa: FBT001 - the one fact there is
    click.echo(f"{told}." if changed else "It is so already; nothing changed.")


def _key(folder: Path, named: str) -> str:
    """The id of the place that is named by it, or by its name.

    Raises:
        GeobriefError: There is none, or there are several of that name.
    """
    from geobrief.editor.store import read_recovered
    from geobrief.text.names import comparable

    places = read_recovered(folder).value.places
    if any(place.id == named for place in places):
        return named
    asked = comparable(named)
    found = [place for place in places if comparable(place.name) == asked]
    found = found or [place for place in places if asked in map(comparable, place.aliases)]
    if len(found) == 1:
        return found[0].id
    if found:
        raise GeobriefError(
            f"{named!r} may mean {len(found)} places of {folder}: "
            f"{', '.join(place.id for place in found)}. Give the id."
        )
    raise GeobriefError(f"{folder} has no place {named!r}{_nearest(named, [place.id for place in places])}")


def _nearest(named: str, keys: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(named.casefold(), keys, n=3)
    if close:
        return f"; did you mean {' or '.join(close)}?"
    shown = ", ".join(keys[:_SHOWN]) + (" …" if len(keys) > _SHOWN else "")
    return f"; its places are {shown}." if keys else "; it has none yet. geobrief add puts one in."


def _told_claims(folder: Path, key: str) -> str:
    """How many claims a place has, and which: those about it alone, and those that other places share."""
    from geobrief.editor.store import read_recovered

    claims = [claim for claim in read_recovered(folder).value.claims if key in _places_of(claim)]
    alone = [claim.id for claim in claims if claim.places == (key,)]
    shared = [claim.id for claim in claims if claim.id not in alone]
    parts = ((alone, "about it"), (shared, "about it and other places"))
    return ", ".join(
        f"{len(ids)} {'claim is' if len(ids) == 1 else 'claims are'} {what} ({', '.join(ids)})"
        for ids, what in parts
        if ids
    )


def _places_of(claim: Claim) -> set[str]:
    """The places that a claim is about, the ends of its movement among them."""
    return {*claim.places, *((claim.flow.origin, claim.flow.destination) if claim.flow else ())}
