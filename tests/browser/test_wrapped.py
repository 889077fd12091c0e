"""An article whose lines are kept short, as mail programs break them, reads as prose."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from geobrief.brief.draft import draft, placed
from geobrief.gazetteer import Gazetteer
from geobrief.model import Document
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

ARTICLE = """\
Ferries
The ferry line said on Monday that crates had been brought from North
Korea to the port of Odesa, and that more than 12,000 people had left the
town of Izmail since May.
"""


def test_paragraphs_names_and_claims_go_over_the_ends_of_lines(
    open_page: Opener, gazetteer: Gazetteer
) -> None:
    brief = placed(draft([Document("ferry.md", ARTICLE)], gazetteer))
    page = open_page(render_page(brief))
    expect(page.locator(".article p:not(.byline)")).to_have_count(2)
    claim = page.locator('.article [data-claim="c1"]')
    expect(claim).to_have_count(1)
    assert "\n" not in str(claim.text_content())
    name = page.locator(".article .mention").filter(has_text="North Korea")
    expect(name).to_have_count(1)
    claim.click()
    expect(page.locator('[role="dialog"]:visible blockquote').first).to_contain_text(
        "had left the town of Izmail"
    )
