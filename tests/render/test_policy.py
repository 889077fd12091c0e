import base64
import hashlib

from geobrief.render.policy import content_security_policy


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (directive.split() for directive in policy.split("; "))}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_is_in_the_page_is_allowed_by_its_hash_and_nothing_else() -> None:
    page = "<style>a{}</style><script>one()</script>"
    page += '<script type="application/json" id="x">{}</script><script>two()</script>'
    page += '<script type="application/ld+json">{}</script>'
    found = directives(content_security_policy(page))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == [digest("one()"), digest("two()")]
    assert found["style-src"] == [digest("a{}")]
    assert found["img-src"] == ["data:"]
    for name in ("connect-src", "font-src", "base-uri", "form-action"):
        assert found[name] == ["'none'"]


def test_nothing_unsafe_is_allowed() -> None:
    assert "unsafe" not in content_security_policy("<style>a{}</style><script>x()</script>")


def test_style_attributes_of_added_layers_are_allowed_one_by_one() -> None:
    found = directives(
        content_security_policy("", added="`<div style=\"color: red\">`, `<p style='top: 0'>`")
    )
    assert found["style-src"] == ["'unsafe-hashes'", digest("color: red"), digest("top: 0")]
    assert found["script-src"] == ["'none'"]


def test_an_online_page_may_ask_its_hosts_alone() -> None:
    found = directives(
        content_security_policy("<script>x()</script>", hosts=["https://b.example", "https://a.example"])
    )
    assert found["img-src"] == ["data:", "https://a.example", "https://b.example"]
    assert found["script-src"] == [digest("x()"), "https://a.example", "https://b.example"]
    assert found["default-src"] == ["'none'"]
