"""The page as one HTML document that needs no other file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jinja2
from markupsafe import Markup

from geobrief.render.leaflet import read_leaflet
from geobrief.render.messages import DEFAULT_LANGUAGE, interface
from geobrief.render.policy import content_security_policy
from geobrief.render.slim import slim_script, slim_style
from geobrief.render.tiles import REFERRER_POLICY

__all__ = ["MAP_NAME", "Additions", "Page", "render_document"]

MAP_NAME = "map_1"
"""The JavaScript variable that holds the Leaflet map, for the layers that folium adds."""

TEMPLATE = "page.html.jinja"
ORDER = "order.txt"


@dataclass(frozen=True, slots=True)
class Page:
    """What the document is made of."""

    title: str
    data: str
    """JSON of the whole brief, safe within a script element (see `payload.island_text`)."""
    map: str
    """JSON of what is drawn, as safe."""
    linked: str
    """JSON-LD for search engines, as safe."""
    messages: str = "{}"
    """JSON of the interface's words, as safe."""
    plain: str = ""
    """HTML for browsers that run no script."""
    language: str = DEFAULT_LANGUAGE
    """Of the interface: one of `messages.LANGUAGES`."""
    images: tuple[str, ...] = ()
    """Hosts from which the map loads tiles, as `https://tile.example.org`."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What further folium layers add to the document; their JavaScript finds the map in `MAP_NAME`."""

    header: str = ""
    """HTML for the head."""
    body: str = ""
    """HTML for the body."""
    links: str = ""
    """Script elements of other hosts, for after Leaflet's."""
    script: str = ""
    hosts: tuple[str, ...] = ()
    """From which an online page may load, as `https://*.example.org`."""
    connections: tuple[str, ...] = ()
    """What the scripts may ask, as the editor's ask their own server: `'self'`."""


def render_document(page: Page, additions: Additions | None = None) -> str:
    """The HTML document; the same page gives the same text.

    It is filled twice: the policy in its head holds hashes of the scripts and styles of the first filling.
    """
    additions = additions or Additions()
    draft = _filled(page, additions, policy="")
    added = additions.header + additions.body + additions.script
    return _filled(
        page,
        additions,
        policy=content_security_policy(
            draft,
            added=added,
            hosts=additions.hosts,
            images=page.images,
            connections=additions.connections,
        ),
    )


def _filled(page: Page, additions: Additions, *, policy: str) -> str:
    leaflet, spoken = read_leaflet(), interface(page.language)
    return _template().render(
        language=spoken.language,
        direction=spoken.direction,
        title=_encodable(page.title) or spoken.say("noTitle"),
        policy=policy,
        referrer=REFERRER_POLICY if page.images else "no-referrer",
        leaflet_css=Markup(leaflet.style if additions.script else leaflet.plain_style),
        styles=Markup(_own(".css")),
        leaflet_js=Markup(leaflet.script),
        scripts=Markup(_own(".js")),
        data_island=Markup(page.data),
        map_island=Markup(page.map),
        linked_island=Markup(page.linked),
        messages_island=Markup(page.messages),
        plain=Markup(_encodable(page.plain)),
        header_extra=Markup(additions.header),
        body_extra=Markup(additions.body),
        links_extra=Markup(additions.links),
        script_extra=Markup(additions.script),
        map_name=MAP_NAME,
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True, trim_blocks=True
    )
    return environment.from_string(_static(TEMPLATE))


@cache
def _own(extension: str) -> str:
    """The project's own files of one kind, joined in the order of `order.txt`."""
    slim = slim_script if extension == ".js" else slim_style
    return "".join(slim(_static(name)) for name in _names() if name.endswith(extension))


def _names() -> Iterable[str]:
    return (line.strip() for line in _static(ORDER).splitlines() if line.strip())


def _static(name: str) -> str:
    return (files("geobrief.render") / "static" / name).read_text(encoding="utf-8")


def _encodable(text: str) -> str:
    """Without lone surrogates, which no file can hold."""
    return text.encode(errors="replace").decode()
