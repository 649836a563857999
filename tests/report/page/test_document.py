import re
from base64 import b64encode
from hashlib import sha256

from bs4 import BeautifulSoup

from bench.invented.story import story
from pipeline.records import Result
from pipeline.report.page.document import STATIC_GROUPS, page_of


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(result: Result) -> None:
    page = page_of(result)
    policy = BeautifulSoup(page, "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})
    style = page.partition("<style>")[2].partition("</style>")[0]
    script = page.partition('<script type="module">')[2].partition("</script>")[0]
    assert policy
    assert policy["content"] == (
        f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}; base-uri 'none'; "
        "form-action 'none'"
    )
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script")


def test_style_and_script_ask_for_nothing(result: Result) -> None:
    page = page_of(result)
    style = page.partition("<style>")[2].partition("</style>")[0]
    script = page.partition('<script type="module">')[2].partition("</script>")[0]
    assert not re.search(r"https?:|url\(|@import", style)
    assert not re.search(r"https?:|fetch\(|innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|import\b", script)


def test_without_the_data_it_is_small(result: Result) -> None:
    assert len(page_of(result).encode()) < 100_000


def test_groups_stand_there_without_the_script_up_to_a_limit() -> None:
    soup = BeautifulSoup(page_of(story(5, STATIC_GROUPS + 30)), "html.parser")
    still = soup.find("noscript")
    assert still
    assert len(still.find_all("article")) == STATIC_GROUPS
    assert "disputed" in still.find("article")["class"]  # type: ignore[index, operator]
    assert f"The first {STATIC_GROUPS} of {STATIC_GROUPS + 30} points." in still.get_text()


def test_addresses_in_the_page_lead_somewhere(result: Result) -> None:
    soup = BeautifulSoup(page_of(result), "html.parser")
    places = {str(tag["id"]) for tag in soup.find_all(id=True)}
    known = re.compile(r"#(claim|article)-[\w-]+|#(status|type|article|silent|origin|entity|certainty)=")
    links = {str(link["href"]) for link in soup.select("a[href^='#']")}
    assert {link for link in links if not known.match(link)} <= {f"#{place}" for place in places}


def test_an_empty_result_has_a_page(empty: Result) -> None:
    page = page_of(empty)
    assert "What 0 articles say" in page
    assert "No claim could be compared." in page
    assert "<svg" not in page
