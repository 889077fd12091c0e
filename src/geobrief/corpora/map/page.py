"""The page of a corpus as one HTML document that needs no other file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import jinja2
from markupsafe import Markup

from geobrief.corpora.map.speaking import corpus_interface, spoken_record
from geobrief.model import Brief, Place
from geobrief.render.credits import credits_of
from geobrief.render.leaflet import read_leaflet
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface
from geobrief.render.payload import island_text
from geobrief.render.policy import content_security_policy
from geobrief.render.slim import slim_script, slim_style

__all__ = ["corpus_page"]

_TEMPLATE: Final = "page.html.jinja"
_ORDER: Final = "order.txt"
_SHARED: Final = "render/"
"""What a name in the order begins with where the file is one of the page of a brief."""


def corpus_page(record: Mapping[str, Any], *, language: str = DEFAULT_LANGUAGE, token: str = "") -> str:
    """The HTML document; the same record gives the same text.

    Args:
        record: Of `island.aggregate`.
        language: Of the interface: one of `messages.LANGUAGES`.
        token: With which the page may ask the server that it comes from; empty for a file, which asks nobody.

    Raises:
        PageError: The interface has no such language.
    """
    spoken = corpus_interface(language)
    record = spoken_record(record, spoken)
    draft = _filled(record, spoken, token, policy="")
    connections = ("'self'",) if token else ()
    return _filled(record, spoken, token, policy=content_security_policy(draft, connections=connections))


def _filled(record: Mapping[str, Any], spoken: Interface, token: str, *, policy: str) -> str:
    leaflet = read_leaflet()
    sources = Brief(places=(Place(id="p", name="", source="geonames:1"),))
    told = {
        **record,
        "language": spoken.language,
        "credits": credits_of(sources, spoken),
        "border_policy": spoken.say("borderPolicy"),
    }
    return _template().render(
        title=record["title"],
        policy=policy,
        language=spoken.language,
        direction=spoken.direction,
        plain=spoken.say("noScript"),
        leaflet_css=Markup(leaflet.plain_style),
        styles=Markup(_joined(".css")),
        leaflet_js=Markup(leaflet.script),
        scripts=Markup(_joined(".js")),
        corpus_island=Markup(island_text(told)),
        messages_island=Markup(island_text(dict(spoken.page))),
        served_island=Markup(island_text({"token": token})) if token else "",
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True, trim_blocks=True
    )
    return environment.from_string(_static(_TEMPLATE))


@cache
def _joined(extension: str) -> str:
    """The files of one kind, joined in the order of `order.txt`."""
    slim = slim_script if extension == ".js" else slim_style
    names = (name for name in _static(_ORDER).split() if name.endswith(extension))
    return "".join(slim(_static(name)) for name in names)


def _static(name: str) -> str:
    room = "geobrief.render" if name.startswith(_SHARED) else "geobrief.corpora.map"
    return (files(room) / "static" / name.removeprefix(_SHARED)).read_text(encoding="utf-8")
