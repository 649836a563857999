"""docs/: every block does what its page says, every list is the code's, and what is named or linked to is there.

If a page is out of date: python tests/docs/renew.py
"""

import shutil
from pathlib import Path

import pytest

from tests.docs.following import as_printed, follow
from tests.docs.lists import judged, with_lists
from tests.docs.page import KNOWN, PAGES, PROJECT, Step, anchors, fences, links, named, steps
from tests.docs.starting import ON_THE_SAMPLE, WALK, begin
from tests.docs.vocabulary import is_known

EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
WITH_BLOCKS = pytest.mark.parametrize(
    "page", [page for page in PAGES if page != WALK and any(steps(page))], ids=lambda page: page.name
)
PROGRAMS = {"soffice": "LibreOffice"}  # that a page may use and a reader may not have


def check(step: Step, printed: str) -> None:
    """A failure shows what the page says beside what was printed."""
    assert as_printed(step, printed) or printed == step.printed, step.code


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[Step, str]]]:
    """The folder in which the walk ends, and what it printed on the way."""
    folder = tmp_path_factory.mktemp("reader") / "walk"
    folder.mkdir()
    return folder, list(follow(WALK, folder))


def test_the_walk(walk: tuple[Path, list[tuple[Step, str]]]) -> None:
    for step, printed in walk[1]:
        check(step, printed)


@WITH_BLOCKS
def test_a_page(
    page: Path, walk: tuple[Path, list[tuple[Step, str]]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = request.getfixturevalue("sample_output") if page.name in ON_THE_SAMPLE else walk[0]
    begin(page, tmp_path / "reader", before)
    following = follow(page, tmp_path / "reader")
    for step in steps(page):
        for program, name in PROGRAMS.items():
            if program in step.code and not shutil.which(program):
                pytest.skip(f"{name} is not installed: the page was followed up to it")
        check(*next(following))


@EACH_PAGE
def test_blocks_are_run_printed_or_said_not_to_be(page: Path) -> None:
    assert {fence.info for fence in fences(page)} <= KNOWN
    assert all(fence.content.startswith("$ ") for fence in fences(page) if fence.info == "console")


@EACH_PAGE
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@EACH_PAGE
def test_what_is_named_exists(page: Path) -> None:
    assert [name for name in named(page) if not is_known(name, page)] == []


@pytest.mark.parametrize(
    "name",
    [
        "claim_nothing",
        "claims.nothing",
        "output/nothing.csv",
        "make nothing",
        "python bench/nothing.py",
        "tellings nothing",
        "tellings run --nothing",
        "tellings explain --until",
        "relation_modle",
        "columns.nothing",
        "[nothing]",
        "lang_unsuported",
        "--nothing",
        "faults/test_nothing.py",
        "faults/test_kill.py::test_nothing",
        "faults/test_nothing.py::test_publishing",
        "python -m nothing",
        "bench/nothing.py DIR",
    ],
)
def test_what_is_not_there_is_not_known(name: str) -> None:
    assert not is_known(name, PROJECT / "docs" / "README.md")


@pytest.mark.parametrize(
    ("said", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("  a\n", "\n  a  \n\n", True),
        (None, "", True),
        ("a\n", "  a\n", False),
        ("a b\n", "a  b\n", False),
        ("a\n...\nc\n", "a\nb\n", False),
        ("a\n", "", False),
        (None, "a\n", False),
    ],
)
def test_prints_are_compared(said: str | None, printed: str, *, same: bool) -> None:
    assert as_printed(Step("sh", "", said, 0, 0), printed) is same


@EACH_PAGE
def test_lists_are_as_the_code_has_them(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_lists(text) == text


def test_verdicts_on_the_page_are_what_a_reader_says() -> None:
    """And those among the failures are not: what has come right is moved up."""
    given = [(case, verdict.relation.value if verdict.relation else "none") for case, _, verdict in judged()]
    assert [case for case, relation in given if (relation == case["relation"]) is bool(case.get("known_failure"))] == []


def test_the_index_names_every_page() -> None:
    index = PROJECT / "docs" / "README.md"
    assert {page.name for page in PAGES} - {index.name} <= set(links(index))
