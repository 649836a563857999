"""Search, filters, addresses and the way back."""

import re

from playwright.sync_api import Page, expect

from pipeline.records import Result, Status
from pipeline.report.page.view import View


def shown(page: Page) -> int:
    """How many points the page says that it shows."""
    found = re.match(r"[\d,]+", page.locator("#found").inner_text())
    assert found
    return int(found[0].replace(",", ""))


def count(told: Result, *statuses: Status) -> int:
    return sum(group.status in statuses for group in told.comparison.groups)


def test_everything_is_there_disputed_first(page: Page, told: Result) -> None:
    assert shown(page) == len(told.comparison.groups)
    expect(page.locator("#list h3.status").first).to_have_text("Disputed")
    expect(page.locator("#list .group.disputed")).to_have_count(count(told, Status.DISPUTED))
    assert page.locator("#list .group.disputed").first.locator(".side").count() == 2
    assert page.locator("#list .group.disputed mark.conflict").count() > 0


def test_a_search_leaves_what_fits(page: Page, told: Result) -> None:
    page.locator("#search").press_sequentially("KIRRIN  bridges")
    fitting = [g for g in told.comparison.groups if "bridges" in g.statement and "Kirrin" in g.statement]
    assert shown(page) == len(fitting) > 0
    expect(page).to_have_url(re.compile(re.escape("#q=KIRRIN%20%20bridges") + "$"))
    page.locator("#search").fill("nothing like this")
    assert page.locator("#list").inner_text() == "Nothing fits. Remove a filter or a word."


def test_accents_and_names_are_found(page: Page, told: Result) -> None:
    page.locator("#search").fill("sao telmo")
    assert shown(page) == sum("São Telmo" in group.statement for group in told.comparison.groups) > 0
    page.locator("#search").fill('"gazette 3"')
    mine = {c.claim_id for c in told.comparison.claims if c.article_id == "article-0003-html"}
    groups = told.comparison.groups
    assert shown(page) == sum(any(mine & set(side.claims) for side in group.positions) for group in groups)


def test_statuses_add_up_and_can_be_taken_back(page: Page, told: Result) -> None:
    page.get_by_role("button", name="Disputed").click()
    assert shown(page) == count(told, Status.DISPUTED)
    page.get_by_role("button", name="Agreed").click()
    assert shown(page) == count(told, Status.DISPUTED, Status.SHARED)
    expect(page).to_have_url(re.compile(re.escape("#status=disputed,shared") + "$"))
    page.get_by_role("button", name="Disputed").click()
    assert shown(page) == count(told, Status.SHARED)
    page.get_by_role("link", name="show all").click()
    assert shown(page) == len(told.comparison.groups)


def test_each_filter(page: Page, told: Result) -> None:
    page.locator("#filters > summary").click()
    claims = {claim.claim_id: claim for claim in told.comparison.claims}
    of_group = [[claims[c] for side in g.positions for c in side.claims] for g in told.comparison.groups]
    chosen = {
        "type": ("number", [g for g in told.comparison.groups if "number" in g.difference_types]),
        "article": ("article-0002-html", [s for s in of_group if any(c.article_id == "article-0002-html" for c in s)]),
        "silent": ("article-0002-html",
                   [g for g in told.comparison.groups if g.n_articles > 1 and "article-0002-html" in g.silent]),
        "origin": ("article-0001-html", [s for s in of_group if any(c.origin_id == "article-0001-html" for c in s)]),
        "entity": ("town-3", [s for s in of_group if any("town-3" in c.entity_ids for c in s)]),
        "certainty": ("PS", [s for s in of_group if any(c.statement.certainty == "PS" for c in s)]),
    }  # fmt: skip
    for facet, (value, fitting) in chosen.items():
        page.locator(f"[data-facet={facet}]").select_option(value)
        assert shown(page) == len(fitting) > 0, facet
        page.locator(f"[data-facet={facet}]").select_option("")


def test_filters_of_a_claim_meet_in_one_claim(page: Page, told: Result) -> None:
    page.goto(page.url.split("#")[0] + "#article=article-0002-html&certainty=PS")
    claims = [c for c in told.comparison.claims if c.article_id == "article-0002-html"]
    assert shown(page) == sum(c.statement.certainty == "PS" for c in claims) > 0


def test_an_unknown_name_in_an_address_leaves_nothing(page: Page) -> None:
    page.goto(page.url + "#entity=nobody")
    assert shown(page) == 0
    assert page.locator("[data-facet=entity]").input_value() == "nobody"


def test_back_and_forward(page: Page, told: Result) -> None:
    page.get_by_role("button", name="Disputed").click()
    page.get_by_role("link", name="Pictures").click()
    expect(page.locator("#matrix")).to_be_visible()
    expect(page.locator("#list")).to_be_hidden()
    page.go_back()
    expect(page.locator("#list")).to_be_visible()
    assert shown(page) == count(told, Status.DISPUTED)
    page.go_back()
    assert shown(page) == len(told.comparison.groups)
    expect(page.locator("#search")).to_be_empty()
    page.go_forward()
    assert page.get_by_role("button", name="Disputed").get_attribute("aria-pressed") == "true"


def test_the_way_back_to_the_claims_keeps_the_filters(page: Page, told: Result) -> None:
    page.get_by_role("button", name="Disputed").click()
    page.get_by_role("link", name="Articles", exact=True).click()
    page.get_by_role("link", name="Claims", exact=True).click()
    assert shown(page) == count(told, Status.DISPUTED)


def test_rows_are_laid_out_as_they_come_into_view(page: Page, told: Result) -> None:
    assert page.locator("#list .group").count() < len(told.comparison.groups)
    order = View(told).groups
    for group in (order[len(order) * 2 // 3], order[-1]):
        page.goto(page.url.split("#")[0] + f"#group-{group.group_id}")
        expect(page.locator(f"#group-{group.group_id}")).to_be_in_viewport()


def test_what_cannot_be_seen_is_laid_out_on_paper(page: Page, told: Result) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#list .group")).to_have_count(len(told.comparison.groups))
    page.emulate_media(media="print")
    expect(page.locator("#list .group.shared blockquote").first).to_be_visible()
    for part in ("#list", "#matrix", ".articles", ".removal"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()
