"""examples/: the answers are those that the tables give when they are counted another way."""

import csv
import re
import runpy
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

PROJECT = Path(__file__).parents[1]
SCRIPT = PROJECT / "examples" / "five_questions.py"


def _rows(output: Path, table: str) -> list[dict[str, str]]:
    with (output / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _answers(output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is printed under each question, its paragraphs on one line each."""
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), str(output)])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    unfolded = re.sub(r"\n {6,}", " ", capsys.readouterr().out)
    return re.split(r"^\d\. .*$", unfolded, flags=re.MULTILINE)[1:]


@pytest.fixture
def sample_answers(
    sample_output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    return _answers(sample_output, monkeypatch, capsys)


def test_two_origins(sample_answers: list[str], sample_output: Path) -> None:
    shared = {row["statement"]: row for row in _rows(sample_output, "claim_groups") if row["status"] == "shared"}
    told = re.findall(r"^  (\d+) origins: (.*)$", sample_answers[0], re.MULTILINE)
    assert told
    assert all(int(count) >= 2 and shared[statement]["n_origins"] == count for count, statement in told)
    assert f"... and {len(shared) - len(told)} more." in sample_answers[0]


def test_disputed(sample_answers: list[str], sample_output: Path) -> None:
    groups = _rows(sample_output, "claim_groups")
    disputed = [" ".join(row["statement"].split()) for row in groups if row["status"] == "disputed"]
    assert disputed
    assert all(statement in sample_answers[1] for statement in disputed)
    # what was planted in raw/, with who says it
    assert re.search(r"2,692 missiles.*\n.*side \w: Larkfield Institute\n.*“2,296”", sample_answers[1], re.DOTALL)
    assert re.search(r"20 June 1963.*\n.*side \w: The Cold Ledger\n.*“June 1965”", sample_answers[1], re.DOTALL)


def test_alone(sample_answers: list[str], sample_output: Path) -> None:
    unique = {row["group_id"] for row in _rows(sample_output, "claim_groups") if row["status"] == "unique"}
    alone = {" ".join(row["claim_text"].split()) for row in _rows(sample_output, "claims") if row["group_id"] in unique}
    told = re.findall(r"^  [01]\.\d\d .*?: (.*)$", sample_answers[2], re.MULTILINE)
    assert told
    assert all(any(claim.endswith(statement) for claim in alone) for statement in told)


def test_silent(sample_answers: list[str], sample_output: Path) -> None:
    shared = [row for row in _rows(sample_output, "coverage") if row["status"] == "shared"]
    sites = {row["article_id"]: row["site"] for row in _rows(sample_output, "articles")}
    missing = Counter(sites[article] for row in shared for article in sites if not row[article])
    assert f"The Cold Ledger: on {missing['The Cold Ledger']} of {len(shared)}." in sample_answers[3]
    assert f"Openfield Notes: on {missing['Openfield Notes']} of {len(shared)}." in sample_answers[3]


def test_sure(sample_answers: list[str], sample_output: Path) -> None:
    article = "russia-suspends-new-start-html"
    own = [row for row in _rows(sample_output, "claims") if row["article_id"] == article]
    shares = [
        round(100 * sum(hits) / len(own))
        for hits in (
            [row["certainty"] == "CT" for row in own],
            [row["certainty"] in {"PR", "PS"} for row in own],
            [row["certainty"] == "U" for row in own],
            [bool(row["attribution_source"]) for row in own],
        )
    ]
    line = next(line for line in sample_answers[4].splitlines() if line.startswith("The Meridian Dispatch"))
    assert [int(word) for word in line.split()[3:]] == [len(own), *shares]


def test_tables_with_nothing_to_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One article alone: nobody agrees or disagrees."""
    golden = PROJECT / "tests" / "golden" / "output"
    for name in ("articles", "claims", "claim_pairs", "coverage"):
        kept = [row for row in _rows(golden, name) if row.get("article_id") == "flood-radio-html"]
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=_rows(golden, name)[0])
            writer.writeheader()
            writer.writerows(kept)
    groups = pq.read_table(golden / "parquet" / "claim_groups.parquet")
    (tmp_path / "parquet").mkdir()
    pq.write_table(groups.slice(0, 0), tmp_path / "parquet" / "claim_groups.parquet")
    corroborated, disputed, alone, silent, sure = _answers(tmp_path, monkeypatch, capsys)
    assert all("Nothing." in answer for answer in (corroborated, disputed, alone, silent))
    assert "Radio North" in sure
