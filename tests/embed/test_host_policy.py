"""What a host's policy has to allow, by hash."""

import base64
import hashlib
import re

import pytest

from geobrief.embed import Look, framed
from geobrief.embed.host_policy import policy_of_frame, policy_of_inlined
from geobrief.errors import PageError
from geobrief.model import Brief
from geobrief.render import render_page


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_hashes_are_those_of_the_snippet() -> None:
    look = Look("Hands")
    snippet = framed("a.html", look)
    script = re.search(r"<script>(.*?)</script>", snippet, re.DOTALL)
    style = re.search(r'style="(.*?)"', snippet)
    assert script
    assert style
    assert policy_of_frame("a.html", look) == (
        f"frame-src 'self';\nscript-src {hashed(script[1])};\n"
        f"style-src-attr 'unsafe-hashes' {hashed(style[1])};\n"
    )


def test_a_page_elsewhere_is_allowed_by_its_origin_alone() -> None:
    assert "frame-src https://maps.example.org;" in policy_of_frame(
        "https://maps.example.org/a.html?v=1", Look()
    )


def test_a_page_in_the_snippet_brings_its_own_hashes() -> None:
    page = render_page(Brief())
    directives = policy_of_inlined(page, Look())
    for text in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
        assert hashed(text) in directives
    assert "frame-src" not in directives
    assert "img-src data:;" in directives


def test_a_page_without_a_policy_is_refused() -> None:
    with pytest.raises(PageError, match="no Content-Security-Policy"):
        policy_of_inlined("<html></html>", Look())
