"""From a claim to its place in the article and to those who say otherwise, by mouse and by keyboard."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from pipeline.records import Result, Status
from pipeline.report.page.data import page_data
from pipeline.report.page.document import page_of
from pipeline.report.page.view import View
from tests.report.page.browser.opening import Open


def test_a_claim_opens_its_place(page: Page, told: Result) -> None:
    quote = page.locator("#list .group.disputed figure").first
    words = quote.locator("blockquote").inner_text()
    quote.get_by_role("link").first.click()
    reader = page.get_by_role("dialog")
    expect(reader).to_be_visible()
    expect(reader.locator(".chosen")).to_have_text(words)
    expect(reader.locator(".chosen")).to_be_in_viewport()
    expect(reader.locator(".dropped")).to_have_text("furnitureHome News Weather Sport Subscribe")
    article = next(t.clean.article for t in told.articles if words in t.clean.article.text)
    assert article.metadata.title == reader.get_by_role("heading").first.inner_text()
    whole = reader.locator(".text").text_content()
    assert whole == "furniture" + article.text


def test_a_linked_claim_and_the_group_it_leads_to(open_page: Open, told: Result) -> None:
    group = next(g for g in told.comparison.groups if g.status is Status.SHARED)
    page = open_page(f"#claim-{group.positions[0].claims[0]}")
    expect(page.get_by_role("dialog").locator(".chosen")).to_have_text(group.statement)
    page.get_by_role("link", name="compare with").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    card = page.locator(f"#group-{group.group_id}")
    expect(card).to_be_in_viewport()
    assert card.locator("blockquote").first.is_visible()
    page.go_back()
    expect(page.get_by_role("dialog").locator(".chosen")).to_have_text(group.statement)


def test_a_linked_group_stands_below_what_covers_the_top(open_page: Open, told: Result) -> None:
    group = [g for g in told.comparison.groups if g.status is Status.SHARED][-1]
    page = open_page(f"#group-{group.group_id}")
    bar, card = page.locator("#controls").bounding_box(), page.locator(f"#group-{group.group_id}").bounding_box()
    assert bar
    assert card
    assert bar["y"] + bar["height"] <= card["y"] + 1
    assert page.evaluate("document.activeElement.id") == f"group-{group.group_id}"


def test_by_keyboard_alone(page: Page, told: Result) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the claims"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "search":
            break
    page.keyboard.type("lower arden")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape("#q=lower%20arden&status=disputed") + "$"))
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('figcaption') !== null"):
            break
    page.keyboard.press("Enter")
    reader = page.get_by_role("dialog")
    expect(reader).to_be_visible()
    assert page.evaluate("document.activeElement.classList.contains('chosen')")
    page.keyboard.press("Escape")
    expect(reader).to_be_hidden()
    expect(page).to_have_url(re.compile(re.escape("#q=lower%20arden&status=disputed") + "$"))
    assert page.locator("#list .group").count() > 0


def test_closing_leads_back_to_where_it_was_opened(page: Page) -> None:
    page.goto(page.url + "#pictures")
    page.locator("#timeline [data-place^=claim-]").last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#timeline")).to_be_visible()


def test_a_mark_in_a_picture_leads_to_its_point(page: Page, told: Result) -> None:
    page.goto(page.url + "#pictures")
    page.locator("#matrix [data-place^=group-] text").first.click()
    expect(page.locator("#list .here")).to_be_in_viewport()


def test_what_was_taken_out_is_listed_under_its_rule(page: Page, told: Result) -> None:
    page.goto(page.url + "#left-out")
    expect(page.get_by_role("region", name="Inputs not used")).to_contain_text("photo.jpg")
    page.get_by_text("furniture").click()
    expect(page.locator(".removal li")).to_have_count(len(told.articles))
    page.locator(".removal li a").first.click()
    expect(page.get_by_role("dialog").locator(".dropped.chosen")).to_be_in_viewport()


def test_without_texts_the_words_of_the_claim_are_there(
    open_page: Open, told: Result, tmp_path: Path, monkeypatch: object
) -> None:
    monkeypatch.setattr("pipeline.report.page.document.page_data", lambda view: page_data(view, most_text=0))  # type: ignore[attr-defined]
    file = tmp_path / "report.html"
    file.write_text(page_of(told), encoding="utf-8")
    claim = View(told).groups[0].positions[0].claims[0]
    page = open_page(f"#claim-{claim}", file)
    quote = next(c.quote for c in told.comparison.claims if c.claim_id == claim)
    expect(page.get_by_role("dialog").locator("blockquote")).to_have_text(quote)
    expect(page.get_by_role("dialog").get_by_role("link", name="text")).to_be_visible()


def test_without_script_the_groups_are_there(open_page: Open, told: Result) -> None:
    page = open_page(java_script_enabled=False)
    for group in View(told).groups[:3]:
        card = page.locator(f"#group-{group.group_id}")
        expect(card.locator("blockquote").first).to_be_visible()
    for part in ("#glance", "#matrix", ".articles", ".removal"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()
