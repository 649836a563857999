"""What a run promises: same bytes whatever the circumstances, no work done twice, nothing lost, all or nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import Exit, Stop
from pipeline.flow import STAGES
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

PROJECT = Path(__file__).parents[1]
GOLDEN = PROJECT / "tests" / "golden" / "raw"
TOLD = {"run.json", "changes.csv"}  # what a run tells of itself, and of the run before


def _files(output: Path) -> dict[str, bytes]:
    found = (path for path in sorted(output.rglob("*")) if path.is_file() and path.name not in TOLD)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "raw"))


@pytest.fixture
def runner(store: Store) -> Runner:
    return Runner(Settings(), store, here=True)


def test_stages_are_in_order() -> None:
    assert [stage.name for stage in STAGES] == ["extract", "clean", "tag", "compare", "report"]


@pytest.mark.parametrize(
    ("seed", "zone", "locale", "workers"),
    [("1", "Asia/Tokyo", "C", "1"), ("77", "America/New_York", "C.UTF-8", "2")],
)
def test_same_bytes_whatever_the_circumstances(
    raw: Path, tmp_path: Path, seed: str, zone: str, locale: str, workers: str
) -> None:
    # The files are laid down in another order too, so that a folder listing gives another one.
    other = tmp_path / "other"
    other.mkdir()
    for path in sorted(raw.iterdir(), reverse=True):
        shutil.copy(path, other / path.name)
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    folders = ["--raw", str(other), "--output", str(tmp_path / "out"), "--cache", str(tmp_path / "cache")]
    subprocess.run(
        [sys.executable, "-m", "pipeline", "run", *folders, "--workers", workers],
        check=True,
        env=environment,
        cwd=PROJECT,
    )
    assert _files(tmp_path / "out") == _files(PROJECT / "tests" / "golden" / "output")


def test_a_second_run_does_nothing(raw: Path, tmp_path: Path, runner: Runner) -> None:
    first = run(raw, tmp_path / "out", runner)
    written = (tmp_path / "out" / "run.json").stat().st_mtime_ns
    second = run(raw, tmp_path / "out", Runner(Settings(), runner.store, here=True))
    assert first.changed
    assert not second.changed
    assert second.summary == first.summary
    assert (tmp_path / "out" / "run.json").stat().st_mtime_ns == written


def test_a_damaged_output_is_made_anew(raw: Path, tmp_path: Path, runner: Runner) -> None:
    run(raw, tmp_path / "out", runner)
    whole = _files(tmp_path / "out")
    (tmp_path / "out" / "claims.csv").write_bytes(b"")
    assert run(raw, tmp_path / "out", runner).changed
    assert _files(tmp_path / "out") == whole


def test_a_new_article_costs_itself(raw: Path, tmp_path: Path, runner: Runner) -> None:
    run(raw, tmp_path / "out", runner)
    ids = set(pd.read_csv(tmp_path / "out" / "claims.csv").claim_id)
    (raw / "late.txt").write_text(
        "Rain again\n\nThe river Tarn fell below 1 metre on 9 March 2024.\n", encoding="utf-8"
    )
    again = Runner(Settings(), runner.store, here=True)
    run(raw, tmp_path / "out", again)
    assert again.fresh["extract"] == 1
    assert again.fresh["tag"] == 1
    assert 0 < again.fresh["compare"] < 30  # its one claim, the words in it, and what the model reads beside it
    assert ids < set(pd.read_csv(tmp_path / "out" / "claims.csv").claim_id)
    assert set(pd.read_csv(tmp_path / "out" / "changes.csv").change) <= {"added", "changed"}


WIRE = """Harbour reopens after storm

The harbour of Vellin reopened on 4 March 2024 after a storm that had closed it for six days, the port authority said.
Divers found no damage below the water line, and the two cranes on the eastern quay passed their tests on Sunday.
The first ship to enter was a grain carrier from Odessa with 31,000 tonnes of wheat on board, according to its agent.

Fishing boats were allowed out a day earlier. Their owners ask for 2 million euros of aid from the regional government.
"""
LONGER = """Six days without a ship

Traders on the coast count what the storm has cost them, and who will have to pay for the spoiled fruit is not settled.
Two supermarkets say that they had no bananas for a week, and a brewery sent its workers home for three days.

The harbour of Vellin reopened on 4 March 2024 after a storm that had closed it for six days, the port authority said.
Divers found no damage below the water line, and the two cranes on the eastern quay passed their tests on Sunday.

Insurers expect 140 claims. A lawyer for the fruit importers said that the authority had waited too long.
"""


def _story(text: str, day: str) -> str:
    return f"---\ndate: {day}\n---\n\n# {text}"


def test_an_article_that_others_copied_costs_itself(tmp_path: Path, store: Store) -> None:
    """Who printed it first changes the origin of one article and the borrowed stretch of another, and no tag."""
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    (raw / "reprint.md").write_text(_story(WIRE, "2024-03-06"), encoding="utf-8")
    (raw / "longer.md").write_text(_story(LONGER, "2024-03-07"), encoding="utf-8")
    run(raw, out, Runner(Settings(), store, here=True))
    before = pd.read_csv(out / "articles.csv").set_index("article_id")
    (raw / "agency.md").write_text(_story(WIRE.replace("six days", "6 days"), "2024-03-05"), encoding="utf-8")
    again = Runner(Settings(), store, here=True)
    run(raw, out, again)
    after = pd.read_csv(out / "articles.csv").set_index("article_id")
    assert (before.origin_id["reprint-md"], after.origin_id["reprint-md"]) == ("reprint-md", "agency-md")
    assert (before.warnings["longer-md"], after.warnings["longer-md"]) == (
        "contains_copy_of:reprint-md",
        "contains_copy_of:agency-md",
    )
    assert again.fresh["tag"] == 1


def test_what_could_not_be_done_is_tried_by_the_next_run(raw: Path, tmp_path: Path, store: Store) -> None:
    """A kill or a slow moment is no property of an article: the next run does not take it for the last word."""
    run(raw, tmp_path / "out", Runner(Settings(), store, here=True))
    (raw / "hurried.txt").write_text("Rain\n\nThe river Tarn fell below 1 metre on 9 March 2024.\n", encoding="utf-8")
    with Runner(Settings(seconds_per_input=0.00001), store) as hurried:
        first = run(raw, tmp_path / "out", hurried).summary
    assert first.counts["rejects"] == 2  # what is not text, and what was not waited for
    assert hurried.unsettled == 1
    assert not json.loads((tmp_path / "out" / "run.json").read_bytes())["fingerprint"]
    again = Runner(Settings(seconds_per_input=0.00001), store, here=True)
    assert run(raw, tmp_path / "out", again).summary.counts["rejects"] == 1
    assert not run(raw, tmp_path / "out", again).changed


def test_nothing_disappears(raw: Path, tmp_path: Path, runner: Runner) -> None:
    (raw / "empty.txt").write_bytes(b"")
    (raw / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (raw / "deutsch.txt").write_text(
        "Die Regierung hat am Montag mitgeteilt, dass die Brücke in der Altstadt für einen Monat gesperrt wird.\n",
        "utf-8",
    )
    run(raw, tmp_path / "out", runner)
    articles = pd.read_csv(tmp_path / "out" / "articles.csv", keep_default_na=False)
    rejects = pd.read_csv(tmp_path / "out" / "rejects.csv", keep_default_na=False)
    assert sorted([*articles.path, *rejects.path]) == sorted(p.name for p in raw.iterdir() if p.name != "sources.csv")
    assert dict(zip(rejects.path, rejects.code, strict=True)).keys() == {"empty.txt", "photo.txt", "picture.jpg"}
    assert rejects.hint.ne("").all()
    german = articles[articles.path == "deutsch.txt"].iloc[0]
    assert (german.language, german.claims, german.warnings) == ("de", 0, "lang_unsupported")


def test_no_usable_input_stops(tmp_path: Path, runner: Runner) -> None:
    (tmp_path / "raw").mkdir()
    with pytest.raises(Stop) as empty:
        run(tmp_path / "raw", tmp_path / "out", runner)
    (tmp_path / "raw" / "empty.txt").write_bytes(b"")
    with pytest.raises(Stop) as useless:
        run(tmp_path / "raw", tmp_path / "out", runner)
    assert {empty.value.exit_code, useless.value.exit_code} == {Exit.NO_INPUT}
    assert not (tmp_path / "out").exists()


def test_run_json_tells_what_the_run_was_made_of(raw: Path, tmp_path: Path, runner: Runner) -> None:
    run(raw, tmp_path / "out", runner)
    record = json.loads((tmp_path / "out" / "run.json").read_bytes())
    assert set(record["files"]) | {"run.json"} == {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert set(record["seconds"]) == {*(stage.name for stage in STAGES), "all"}
    assert record["counts"]["inputs"] == record["counts"]["articles"] + record["counts"]["rejects"]


def test_groups_and_claims_belong_together(sample_output: Path) -> None:
    claims = pd.read_csv(sample_output / "claims.csv", keep_default_na=False)
    groups = pd.read_csv(sample_output / "claim_groups.csv", keep_default_na=False)
    coverage = pd.read_csv(sample_output / "coverage.csv", keep_default_na=False)
    assert set(claims.group_id) == set(groups.group_id) == set(coverage.group_id)
    assert claims.claim_id.is_unique
    for group in groups.itertuples():
        silent = set(filter(None, group.silent.split(";")))
        speaking = set(claims[claims.group_id == group.group_id].article_id)
        assert not silent & speaking
        assert len(speaking) == group.n_articles
