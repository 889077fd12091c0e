"""A page within other people's pages: the snippet for a host page, and maps in documentation."""

from geobrief.embed.snippet import LISTENER, Look, framed, inlined

__all__ = ["LISTENER", "Look", "framed", "inlined"]
