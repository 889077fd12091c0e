"""The Content-Security-Policy of a page: only what is in the page may run, and nothing may be loaded."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable

__all__ = ["content_security_policy", "hash_sources"]

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_STYLE_ATTRIBUTE = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_NOT_RUN = re.compile(r"""type\s*=\s*["']?application/(?:ld\+)?json|\ssrc\s*=""", re.IGNORECASE)


def content_security_policy(
    page: str,
    *,
    added: str = "",
    hosts: Iterable[str] = (),
    images: Iterable[str] = (),
    connections: Iterable[str] = (),
) -> str:
    """The policy under which a page runs its own inline scripts and styles and loads nothing.

    Args:
        page: The whole document; each inline `<script>` and `<style>` in it is allowed by its hash.
        added: What of it came from further map layers; their style attributes are allowed too, by hash.
        hosts: From which an online page may load, as `https://*.example.org`. Nothing may be loaded without.
        images: From which it may load images alone.
        connections: What its scripts may ask for data alone.
    """
    inline = [
        (tag.lower(), text)
        for tag, attributes, text in _INLINE.findall(page)
        if not _NOT_RUN.search(attributes)
    ]
    attributes = [html.unescape(double or single) for double, single in _STYLE_ATTRIBUTE.findall(added)]
    allowed = sorted(set(hosts))
    scripts = hash_sources(text for tag, text in inline if tag == "script")
    styles = hash_sources(text for tag, text in inline if tag == "style")
    if attributes:
        styles += ["'unsafe-hashes'", *hash_sources(attributes)]
    directives = {
        "default-src": ["'none'"],
        "script-src": [*scripts, *allowed],
        "style-src": [*styles, *allowed],
        "img-src": ["data:", *sorted({*allowed, *images})],
        "font-src": allowed,
        "connect-src": sorted({*allowed, *connections}),
        "base-uri": [],
        "form-action": [],
    }
    return "; ".join(" ".join((name, *(sources or ["'none'"]))) for name, sources in directives.items())


def hash_sources(texts: Iterable[str]) -> list[str]:
    """Each text once, as a CSP Level 3 hash source."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return [f"'sha256-{digest}'" for digest in dict.fromkeys(digests)]
