"""The end of a run in a terminal."""

import io
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from pipeline.commands.summed_up import MOST_REJECTS, MOST_SIDES, print_summary
from pipeline.records import Rejected
from pipeline.run import Outcome
from pipeline.summary import Dispute, Side, Summary, Warned

COUNTS = dict.fromkeys("inputs articles rejects claims groups agree differ conflict disputed".split(), 0)
OUTPUT = Path("[out]put")


def short(counts: dict[str, int] = COUNTS, **said: Any) -> Summary:
    """A summary that says nothing but this."""
    nothing = {field.name: () for field in fields(Summary)} | {"judgements": 0}
    return Summary(**{**nothing, "counts": counts, **said})


def told(summary: Summary, until: str = "report", *, changed: bool = True) -> list[str]:
    console = Console(file=io.StringIO(), soft_wrap=True, highlight=False)
    print_summary(console, Outcome(summary, changed=changed), OUTPUT, until)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined] - it is the StringIO above


def reject(path: str) -> Rejected:
    return Rejected(path, "", 0, "extract", "no_text", "There is no [b]text[/b].", "Add a copy.")


def dispute(sides: int, statement: str = "44 homes burned.") -> Dispute:
    return Dispute("g1", statement, ("number",), 2, 2, tuple(Side(f"{n} [i]", ("a",), "A [x]") for n in range(sides)))


def test_nothing_at_all() -> None:
    assert told(short()) == [
        "0 inputs: 0 articles, 0 rejected.",
        "0 claims, 0 groups; pairs: 0 agree, 0 differ, 0 conflict.",
        "",
        "Open [out]put/report.html, or load [out]put/claim_pairs.csv; [out]put/README.md explains every table.",
    ]


def test_large_counts_can_be_read() -> None:
    counts = COUNTS | {"inputs": 12_345, "articles": 1, "rejects": 12_344}
    assert told(short(counts))[0] == "12,345 inputs: 1 article, 12,344 rejected."


def test_disputes_are_told_as_they_are_written() -> None:
    lines = told(short(COUNTS | {"disputed": 7}, disputed=(dispute(2, "[bold]44[/bold] homes burned."),)))
    assert lines[3:7] == [
        "Most disputed, of 7 groups",
        "  [bold]44[/bold] homes burned.",
        "    “0 [i]” A [x]",
        "    “1 [i]” A [x]",
    ]


def test_all_disputes_there_are() -> None:
    assert "Disputed" in told(short(COUNTS | {"disputed": 1}, disputed=(dispute(2),)))


def test_a_dispute_with_many_sides() -> None:
    lines = told(short(COUNTS | {"disputed": 1}, disputed=(dispute(MOST_SIDES + 1),)))
    assert "    ... and 1 further side: group g1" in lines


def test_a_long_statement_is_cut_between_words() -> None:
    lines = told(short(COUNTS | {"disputed": 1}, disputed=(dispute(1, "word " * 99),)))
    [line] = [row for row in lines if "word" in row]
    assert line.endswith("word …")
    assert len(line) < 170


def test_rejects_with_their_hints() -> None:
    lines = told(short(rejects=(reject("[a].txt"),)))
    assert lines[2:5] == ["", "Rejected", "  [a].txt: no_text. There is no [b]text[/b]. Add a copy."]


def test_many_rejects() -> None:
    lines = told(short(rejects=tuple(reject(f"{n}.txt") for n in range(MOST_REJECTS + 3))))
    assert "  ... and 3 more; rejects.csv lists them all." in lines


def test_what_to_look_at() -> None:
    lines = told(short(warnings=(Warned("a.pdf", ("page_without_text", "x")),), unmatched=("b.txt",)))
    assert lines[3:6] == [
        "To look at",
        "  a.pdf: page_without_text, x",
        "  sources.csv names b.txt, which is not there. Correct the path, or remove the row.",
    ]


def test_of_thousands_to_look_at_only_some_are_told() -> None:
    paths = tuple(f"{n}.txt" for n in range(MOST_REJECTS + 1_000))
    lines = told(short(unmatched=paths, unused_judgements=paths))
    assert len(lines) < 3 * MOST_REJECTS
    assert "  ... and 1,000 more that sources.csv names and that are not there." in lines
    assert "  ... and 1,000 more; `tellings entities` names them all." in lines
    nearly = told(short(unmatched=paths[:MOST_REJECTS], unused_judgements=paths[:MOST_REJECTS]))
    assert not [line for line in nearly if "more" in line]


@pytest.mark.parametrize("until", ["extract", "clean", "tag"])
def test_early_stages_have_no_groups(until: str) -> None:
    assert told(short(), until) == ["0 inputs: 0 articles, 0 rejected."]


def test_nothing_has_changed() -> None:
    lines = told(short(), changed=False)
    assert lines[:2] == [
        "Nothing has changed since the last run: [out]put is up to date.",
        "0 inputs: 0 articles, 0 rejected.",
    ]
