"""The review list: what the draft is unsure of, places and claims, dealt with one by one."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.editing_page import claims, places, saved, show
from editor.editing import state
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

pytestmark = pytest.mark.browser

ARTICLE = (
    "Floods hit Springfield and Paris on Monday, officials in Berlin said. Aid came from Odesa. "
    "A board near Odesa with the words “The town is lost” still stands. "
    "The river may flood 300 houses in Berlin next year."
)


def draft(page: Page) -> Locator:
    """Adds an article; gives the entries of the review list."""
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.locator('[name="article-title"]').fill("Floods")
    page.locator('[name="article-published"]').fill("2025-06-20")
    page.get_by_role("button", name="Add and draft").click()
    saved(page, "add the article 'Floods'")
    doubts = page.locator("li.doubt")
    expect(doubts.first).to_be_visible()
    return doubts


def entry(page: Page, words: str) -> Locator:
    return page.locator("li.doubt", has_text=words).first


def test_places_are_accepted_rejected_or_taken_for_another(page: Page, folder: Path) -> None:
    doubts = draft(page)
    show(page, "Places")
    count = doubts.count()
    springfield = page.locator('li.doubt[data-doubt="springfield"]')
    other = springfield.locator(".rather button").first
    wanted = other.get_attribute("data-candidate")
    other.click()
    saved(page, "put Springfield at Springfield")
    expect(doubts).to_have_count(count - 1)
    assert places(folder)["springfield"]["source"] == wanted
    assert places(folder)["springfield"]["reviewed"]

    page.get_by_role("button", name="Reject Odesa").click()
    saved(page, "remove the place 'odesa'")
    expect(doubts).to_have_count(count - 2)
    page.get_by_role("button", name="Accept Berlin").click()
    saved(page, "accept Berlin")
    expect(doubts).to_have_count(count - 3)
    page.reload()
    page.get_by_role("button", name="Review").click()
    show(page, "Places")
    expect(doubts).to_have_count(count - 3)


def test_places_and_claims_stand_in_one_list_the_lowest_score_first(page: Page) -> None:
    doubts = draft(page)
    both = doubts.count()
    told = page.locator("li.doubt > .remark:not(:empty)").all_inner_texts()
    percents = [int(found[1]) if (found := re.search(r"(\d+)%", text)) else 100 for text in told]
    assert percents == sorted(percents)
    show(page, "Claims")
    only_claims = doubts.count()
    assert page.locator('li.doubt[data-what="place"]').count() == 0
    show(page, "Places")
    assert doubts.count() + only_claims == both


def test_a_claim_tells_why_it_is_doubtful_and_lights_its_words(page: Page) -> None:
    draft(page)
    show(page, "Claims")
    quoting = entry(page, "The town is lost")
    expect(quoting.locator(".why")).to_contain_text("it quotes somebody")
    counting = entry(page, "300 houses")
    expect(counting.locator(".filed")).to_contain_text("300 houses")
    expect(counting.locator(".why")).to_contain_text("“next year” is taken for")
    counting.get_by_role("button", name="300 houses").first.click()
    expect(page.locator(".article .claim.selected")).to_contain_text("300 houses")
    expect(page.locator("#articles [data-claim].selected").first).to_be_in_viewport()
    quoting.hover()
    expect(page.locator(".article .claim.lit").first).to_contain_text("The town is lost")


def test_claims_are_accepted_rejected_and_edited_and_stay_so_over_a_restart(
    open_editor: Callable[..., Page], folder: Path, gazetteer: Gazetteer
) -> None:
    with running(folder, gazetteer) as server:
        page = open_editor(server)
        doubts = draft(page)
        show(page, "Claims")
        count = doubts.count()
        before = state(folder)
        accepted, rejected, edited = (
            entry(page, words).get_attribute("data-doubt") or ""
            for words in ("Aid came", "The town is lost", "300 houses")
        )
        entry(page, "Aid came").get_by_role("button", name="Accept").click()
        saved(page, f"accept the claim {accepted}")
        expect(doubts).to_have_count(count - 1)
        assert claims(folder)[accepted]["reviewed"] == datetime.now(UTC).date().isoformat()
        entry(page, "The town is lost").get_by_role("button", name="Reject").click()
        saved(page, f"remove the claim '{rejected}'")
        expect(doubts).to_have_count(count - 2)
        assert rejected not in claims(folder)

        page.get_by_role("button", name="Undo").click()
        saved(page, "undo: remove the claim")
        page.get_by_role("button", name="Undo").click()
        saved(page, "undo: accept the claim")
        expect(doubts).to_have_count(count)
        assert state(folder) == before
        page.get_by_role("button", name="Redo").click()
        saved(page, "redo: accept the claim")

        entry(page, "300 houses").get_by_role("button", name="Edit").click()
        expect(page.locator(".claim-fields h2")).to_have_text(f"Claim {edited}")
        page.get_by_label("Who says it").fill("the ministry")
        page.keyboard.press("Enter")
        saved(page, "set by of the claim")
        page.get_by_role("button", name="Back to the review").click()
        expect(entry(page, "300 houses").locator(".filed")).to_contain_text("the ministry")
        expect(entry(page, "300 houses").get_by_role("button", name="Edit")).to_be_focused()
        page.keyboard.press("Enter")
        page.locator('[name="accept-and-back"]').click()
        saved(page, f"accept the claim {edited}")
        expect(doubts).to_have_count(count - 2)

    with running(folder, gazetteer) as server:
        page = open_editor(server)
        page.get_by_role("button", name="Review").click()
        show(page, "Claims")
        expect(page.locator("li.doubt")).to_have_count(count - 2)
        assert claims(folder)[edited]["by"] == "the ministry"
        assert claims(folder)["c1"]["checked"] == "yes – twice"


def test_one_after_the_other_by_enter_alone(page: Page, folder: Path) -> None:
    doubts = draft(page)
    show(page, "Claims")
    count = doubts.count()
    doubts.first.locator('[name="accept"]').focus()
    for left in range(count - 1, -1, -1):
        page.keyboard.press("Enter")
        expect(doubts).to_have_count(left)
    expect(page.locator(".panel-review [role=status]")).to_be_focused()
    expect(page.locator(".panel-review [role=status]")).to_have_text("Nothing is left to look at here.")
    assert sum(bool(row["reviewed"]) for row in claims(folder).values()) == count


def test_a_quote_that_the_article_does_not_hold_can_take_the_nearest_sentence(
    open_editor: Callable[..., Page], folder: Path, server: Running
) -> None:
    path = folder / "claims.csv"
    path.write_bytes(path.read_bytes().replace(b"Officials denied it", b"Officials have denied it"))
    page = open_editor(server)
    page.get_by_role("button", name="Review").click()
    show(page, "Claims")
    first = page.locator("li.doubt").first
    expect(first).to_contain_text("a.md does not hold these words")
    first.get_by_role("button", name="“Officials denied it in Moscow.”").click()
    saved(page, "give the claim c2 the article's own words")
    assert claims(folder)["c2"]["quote"] == "Officials denied it in Moscow."


def test_a_long_list_comes_in_parts(open_editor: Callable[..., Page], folder: Path, server: Running) -> None:
    rows = [f"c{n};a.md;Nobody said number {n}.;moscow;;;;" for n in range(3, 60)]
    (folder / "claims.csv").write_bytes((folder / "claims.csv").read_bytes() + "\r\n".join(rows).encode())
    page = open_editor(server)
    page.get_by_role("button", name="Review").click()
    expect(page.locator("li.doubt")).to_have_count(40)
    page.get_by_role("button", name=re.compile("Show .* more")).click()
    expect(page.locator("li.doubt").nth(58)).to_be_attached()
