from collections.abc import Callable
from csv import QUOTE_ALL, DictReader, reader, writer
from dataclasses import replace
from io import StringIO
from pathlib import Path

from pipeline.records import Result, Status
from pipeline.report import render
from pipeline.report.as_csv import WRITER

HEADER = b"\xef\xbb\xbfwhat,id,change,before,after\r\n"


def publish(result: Result, folder: Path) -> Path:
    for name, content in dict(render(result, None)).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return folder


def changes(result: Result, previous: Path) -> list[dict[str, str]]:
    content = dict(WRITER.write(result, previous))["changes.csv"]
    return list(DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_first_run_has_none(result: Result, tmp_path: Path) -> None:
    assert dict(WRITER.write(result, None))["changes.csv"] == HEADER
    assert changes(result, tmp_path) == []


def test_the_same_result_has_none(make_result: Callable[..., Result], tmp_path: Path) -> None:
    hostile = make_result(title="=1+1\r\n;", explanation="x" * 40_000)
    assert changes(hostile, publish(hostile, tmp_path)) == []


def test_what_came_and_what_went(result: Result, empty: Result, tmp_path: Path) -> None:
    came = changes(result, publish(empty, tmp_path))
    assert {row["change"] for row in came} == {"added"}
    assert [row["what"] for row in came] == [
        "articles", "articles", "claims", "claims", "claims", "claim_pairs", "claim_groups", "claim_groups", "rejects",
    ]  # fmt: skip
    went = changes(empty, publish(result, tmp_path))
    assert [(row["id"], row["before"]) for row in went] == [(row["id"], row["after"]) for row in came]
    assert came[5]["id"] == "c1;c3"


def test_a_change_shows_the_columns_that_differ(result: Result, tmp_path: Path) -> None:
    groups = (result.comparison.groups[0], replace(result.comparison.groups[1], status=Status.DIFFERING, silent=("c",)))
    after = replace(result, comparison=replace(result.comparison, groups=groups))
    [row] = changes(after, publish(result, tmp_path))
    assert (row["what"], row["id"], row["change"]) == ("claim_groups", "g9", "changed")
    assert (row["before"], row["after"]) == ("status: disputed", "status: differing")


def test_a_claim_that_only_moved_is_no_change(result: Result, tmp_path: Path) -> None:
    claims = tuple(replace(claim, start=claim.start + 7, end=claim.end + 7) for claim in result.comparison.claims)
    after = replace(result, comparison=replace(result.comparison, claims=claims))
    assert changes(after, publish(result, tmp_path)) == []


def test_a_table_that_cannot_be_read_is_not_compared(result: Result, empty: Result, tmp_path: Path) -> None:
    publish(result, tmp_path)
    (tmp_path / "claims.csv").write_bytes(b"\xff\xfe broken")
    (tmp_path / "articles.csv").write_text("id,name\nfrom another version,x\n")
    (tmp_path / "rejects.csv").unlink()
    assert {row["what"] for row in changes(empty, tmp_path)} == {"claim_pairs", "claim_groups"}


def test_a_table_that_is_cut_off_is_not_compared(result: Result, empty: Result, tmp_path: Path) -> None:
    path = publish(result, tmp_path) / "articles.csv"
    path.write_bytes(path.read_bytes()[:-30])
    assert "articles" not in {row["what"] for row in changes(empty, tmp_path)}


def test_a_table_that_another_program_has_saved_is_the_same(result: Result, tmp_path: Path) -> None:
    path = publish(result, tmp_path) / "claims.csv"
    rows = list(reader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer(file, quoting=QUOTE_ALL, lineterminator="\n").writerows(rows)
    assert changes(result, tmp_path) == []
