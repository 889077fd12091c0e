"""`embed`: the snippet that puts a page into another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from geobrief.embed import Look

__all__ = ["embed"]


@click.command()
@click.argument("page", metavar="PAGE.html", type=click.Path(path_type=Path))
@click.option("--claim", default="", metavar="ID", help="Open this claim, as c3.")
@click.option(
    "--src",
    default="",
    metavar="URL",
    help="Where the page lies as seen from the host page; by default PAGE.html as given, or its name alone.",
)
@click.option("--inline", is_flag=True, help="Hold the page itself in the snippet (srcdoc): no further file.")
@click.option("--title", default="", help="Of the frame, for screen readers; by default the brief's.")
@click.option(
    "--ratio", default="3:2", show_default=True, help="Width to height, where the host runs no script."
)
@click.option("--width", default=0, metavar="PIXELS", type=click.IntRange(0), help="At most so wide.")
@click.option(
    "--theme", default="", type=click.Choice(["", "light", "dark"]), help="By default the reader's."
)
@click.option("--links", is_flag=True, help="Let links to sources open new windows (allow-popups).")
@click.option(
    "--csp", is_flag=True, help="Print what the host's Content-Security-Policy has to allow instead."
)
def embed(page: Path, claim: str, src: str, *, inline: bool, csp: bool, **given: Any) -> None:
    """Print the snippet that puts a page made by geobrief into another page.

    \b
    Example:
      geobrief embed maps/alabuga.html
      geobrief embed maps/alabuga.html --claim c3 --src https://maps.example.org/alabuga.html
      geobrief embed maps/alabuga.html --inline > snippet.html
      geobrief embed maps/alabuga.html --csp
    """
    from geobrief.embed.framed_page import read_framed

    if inline and src:
        raise click.UsageError("--src goes without --inline, which needs no address.")
    found = read_framed(page)
    found.check(claim)
    look = found.look(claim=claim, **given)
    _print_inlined(found.html, look, csp=csp) if inline else _print_framed(
        src or _address(page), look, csp=csp
    )


def _print_framed(address: str, look: Look, *, csp: bool) -> None:
    from geobrief.embed.host_policy import policy_of_frame
    from geobrief.embed.snippet import framed

    click.echo(policy_of_frame(address, look) if csp else framed(address, look), nl=False)


def _print_inlined(page: str, look: Look, *, csp: bool) -> None:
    from geobrief.embed.host_policy import policy_of_inlined
    from geobrief.embed.snippet import inlined

    snippet = policy_of_inlined(page, look) if csp else inlined(page, look)
    click.echo(snippet, nl=False)
    if not csp:
        size = len(snippet.encode()) // 1000
        click.echo(f"It holds {size:,} kB; without --inline the page is loaded when it is seen.", err=True)


def _address(page: Path) -> str:
    """The page as an address: below the folder where the command runs, as given; else its name."""
    from urllib.parse import quote

    inside = not page.is_absolute() and ".." not in page.parts
    return quote(page.as_posix() if inside else page.name)
