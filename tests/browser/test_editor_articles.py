"""Articles in the browser: their fields and text are put right, their claims follow, and they are removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.editing_page import claims, saved, select_words
from editor.editing import ARTICLE, state
from editor.running import Running

pytestmark = pytest.mark.browser


def text_of(folder: Path) -> str:
    return (folder / "articles/a.md").read_text(encoding="utf-8")


@pytest.fixture
def article(folder: Path, server: Running, open_editor: Callable[..., Page]) -> Page:
    path = folder / "articles/a.md"
    path.write_text(ARTICLE.replace("---\n", "---\nauthor: Ana Ruiz # kept\n", 1))
    page = open_editor(server)
    page.get_by_role("button", name="Article", exact=True).click()
    return page


def test_every_field_of_an_article_is_edited_and_its_other_lines_stay(article: Page, folder: Path) -> None:
    for label, value, line in (
        ("Title", "Workers: the way", "title: 'Workers: the way'"),
        ("Published", "2025-06-20", "published: 2025-06-20"),
        ("Publisher", "The Daily", "publisher: The Daily"),
        ("Address", "https://example.org/a", "url: https://example.org/a"),
        ("Language", "en", "language: en"),
    ):
        box = article.locator(".panel-text").get_by_label(label, exact=True)
        box.fill(value)
        article.keyboard.press("Enter")
        saved(article, "of the article 'a.md'")
        expect(article.locator("#edit-saved")).to_contain_text(line.partition(":")[0])
        assert line in text_of(folder)
    assert "author: Ana Ruiz # kept" in text_of(folder)
    assert text_of(folder).endswith(ARTICLE.partition("---\n")[2].partition("---\n")[2])
    expect(article.locator(".article h2")).to_have_text("Workers: the way")
    expect(article.locator(".article .byline")).to_contain_text("after The Daily")


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [("Published", "last May", "ISO"), ("Text of the article", " ", "needs its text")],
)
def test_what_an_article_cannot_be_is_said_at_its_field(
    article: Page, folder: Path, label: str, value: str, told: str
) -> None:
    before = state(folder)
    box = article.locator(".panel-text").get_by_label(label, exact=True)
    box.fill(value)
    article.keyboard.press("Control+Enter")
    expect(article.get_by_role("alert")).to_contain_text(told)
    expect(box).to_have_attribute("aria-invalid", "true")
    assert state(folder) == before


def test_a_corrected_text_takes_its_quotes_with_it(article: Page, folder: Path) -> None:
    before = state(folder)
    box = article.locator(".panel-text").get_by_label("Text of the article")
    box.fill(box.input_value().replace("Workers left", "Labourers left"))
    article.keyboard.press("Control+Enter")
    saved(article, "correct the text of the article 'a.md' · 1 quote follows")
    assert claims(folder)["c1"]["quote"] == "Labourers left Wonsan for Alabuga in 2024."
    assert claims(folder)["c1"]["checked"] == "yes – twice"
    expect(article.locator('#articles [data-claim="c1"]')).to_contain_text("Labourers left")
    article.locator("#reading").focus()
    article.keyboard.press("Control+z")
    saved(article, "undo: correct the text")
    assert state(folder) == before


def test_words_that_are_selected_are_put_right_where_they_stand(article: Page, folder: Path) -> None:
    select_words(article, "denied")
    article.get_by_role("button", name="Correct", exact=True).click()
    box = article.get_by_label("Put instead")
    expect(box).to_be_focused()
    expect(box).to_have_value("denied")
    box.fill("confirmed")
    article.keyboard.press("Enter")
    saved(article, "correct “denied” to “confirmed” in a.md · 1 quote follows")
    assert "Officials confirmed it in Moscow." in text_of(folder)
    assert claims(folder)["c2"]["quote"] == "Officials confirmed it in Moscow."
    expect(article.locator(".asked")).to_be_hidden()


def test_a_quote_that_cannot_follow_is_shown_as_a_doubt(article: Page, folder: Path) -> None:
    box = article.locator(".panel-text").get_by_label("Text of the article")
    box.fill("Workers left Wonsan for Alabuga in 2024. Nobody would say why they had gone there.\n")
    box.blur()
    saved(article, "1 quote no longer stands in the text")
    assert claims(folder)["c2"]["quote"] == "Officials denied it in Moscow."
    article.get_by_role("button", name="Review").click()
    first = article.locator("li.doubt").first
    expect(first).to_contain_text("Officials denied it in Moscow.")
    expect(first).to_contain_text("a.md does not hold these words")


def test_an_article_goes_with_its_claims_after_asking_and_comes_back(article: Page, folder: Path) -> None:
    before = state(folder)
    article.get_by_role("button", name="Remove this article").click()
    question = article.get_by_role("alertdialog")
    expect(question).to_contain_text("2 claims hang on “Workers”")
    question.get_by_role("button", name="Cancel").click()
    assert state(folder) == before
    article.get_by_role("button", name="Remove this article").click()
    question.get_by_role("button", name="Remove").click()
    saved(article, "remove the article 'a.md' with its claims")
    assert not (folder / "articles/a.md").exists()
    assert claims(folder) == {}
    expect(article.locator(".panel-text")).to_contain_text("no article yet")
    article.get_by_role("button", name="Undo").click()
    saved(article, "undo: remove the article")
    assert state(folder) == before
    expect(article.locator(".panel-text").get_by_label("Title", exact=True)).to_have_value("Workers")


def test_the_fields_are_those_of_the_article_that_is_open(article: Page, folder: Path) -> None:
    (folder / "articles/b.md").write_text("---\ntitle: Ships\n---\nShips left Odesa.\n")
    article.get_by_role("tab", name="Ships").click()
    title = article.locator(".panel-text").get_by_label("Title", exact=True)
    expect(title).to_have_value("Ships")
    article.get_by_role("tab", name="Workers").click()
    expect(title).to_have_value("Workers")


def test_an_article_without_a_text_is_not_added(article: Page, folder: Path) -> None:
    before = state(folder)
    article.get_by_role("button", name="Add an article").click()
    article.get_by_role("button", name="Add and draft").click()
    expect(article.get_by_role("alert")).to_contain_text("needs its text")
    expect(article.locator('[name="article-text"]')).to_be_focused()
    assert state(folder) == before
