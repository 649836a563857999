"""What is found out by shuffles is what is found out where everything is at hand: here every file is a part."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pandas as pd
import pytest

from pipeline.cluster import beside, neighbouring, sources
from pipeline.cluster.running import Places, prepare, run_on
from pipeline.cluster.sources import listed, sharded
from pipeline.compare import copies, neighbours, silence
from pipeline.errors import Stop
from pipeline.flow import STAGES
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.cluster.in_order import InOrder
from tests.cluster.parts import check_parts, files
from tests.tables import CASES

Out = TypeVar("Out")

TOWN: dict[str, dict[str, str]] = tomllib.loads((CASES / "cluster" / "town.toml").read_text(encoding="utf-8"))
FILES = TOWN["files"]


def put(files: Mapping[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    put(FILES, tmp_path / "raw")
    return tmp_path / "raw"


class Told:
    """What a run says of its progress."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.left: Counter[str] = Counter()

    def begin(self, stage: str, total: int) -> None:
        self.begun.append(stage)
        self.left[stage] += total

    def advance(self, stage: str, count: int = 1) -> None:
        self.left[stage] -= count

    def end(self, stage: str) -> None:
        assert self.left[stage] == 0


def check_both(raw: Path, folder: Path) -> pd.DataFrame:
    """Runs both ways with one cache, and compares all that they write. Returns the articles."""
    with Store(folder / "cache") as store:
        here = run(raw, folder / "here", Runner(Settings(), store, here=True))
        places = Places(raw, (), str(folder / "parts"), str(folder / "cache"))
        told = Told()
        done = run_on(InOrder(backwards=True), places, folder / "out", "all", Runner(Settings(), store, told))
    assert told.begun == [stage.name for stage in STAGES]
    assert files(folder / "out") == files(folder / "here")
    check_parts(Path(done.tables), folder / "here")
    assert done.summary == here.summary
    last = json.loads((folder / "parts" / "last.json").read_bytes())
    assert last["counts"] == here.summary.counts
    assert last["tables"] == done.tables
    return pd.read_csv(folder / "out" / "articles.csv", keep_default_na=False).set_index("path")


def test_a_town(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SHARD_FILES", 1)
    articles = check_both(raw, tmp_path)
    parts = list((tmp_path / "parts").glob("*/tables/claims/*.parquet"))
    assert len(parts) == len(FILES) - 2  # sources.csv is none, and a file is with the one that it may be a record of
    # What the shuffles are for has been found at all:
    assert articles.origin_id["reprint.md"] == "agency-md"
    assert articles.warnings["longer.md"] == "contains_copy_of:agency-md"
    assert articles.origin_id["feed.jsonl#2"] == "Coast News"
    removed = pd.read_csv(tmp_path / "out" / "removed.csv")
    assert {"boilerplate", "author_blurb"} <= set(removed.rule)
    rejects = pd.read_csv(tmp_path / "out" / "rejects.csv").set_index("path")
    assert rejects.code["clash.jsonl"] == "name_taken"
    assert rejects.code["who-saw_the tide+come+in+.txt"] == "same_id"
    pairs = pd.read_csv(tmp_path / "out" / "claim_pairs.csv")
    assert "conflict" in set(pairs.relation)
    assert pairs.explanation.str.contains("Another voice has it too").any()
    assert pd.read_csv(tmp_path / "out" / "claim_groups.csv").n_articles.max() > 2
    check_gathered(raw, tmp_path)


def test_what_could_not_be_done_is_tried_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("It rained in Vellin on Monday.", encoding="utf-8")
    places = Places(tmp_path / "raw", (), str(tmp_path / "parts"), str(tmp_path / "cache"))
    with Store(tmp_path / "cache") as store:
        hurried = Runner(Settings(seconds_per_input=0.0001), store)
        with pytest.raises(Stop) as stopped:
            run_on(InOrder(), places, tmp_path / "out", "", hurried)
    assert "too long" in stopped.value.what
    (job,) = (tmp_path / "parts").iterdir()
    assert {path.name for path in job.iterdir()} == {"shards", "files", "inputs", "rejects", "done", "again"}
    prepare(sharded(*listed(places.raw, ())), places, hurried.settings)
    assert {path.name for path in job.iterdir()} == {"shards"}


class Idle(InOrder):
    """Has nothing left to do: every task is marked as done."""

    def each(self, work: partial[Out], parts: Sequence[int]) -> Iterator[Out]:
        job, step = work.args
        assert all(job.shared.read(f"done/{step.name}/{part:05}.json") is not None for part in parts)
        return super().each(work, parts)


def check_gathered(raw: Path, folder: Path) -> None:
    """A story and a sample of a run that is done: what they hold is that of the whole, and they cost no task."""
    whole = pd.read_csv(folder / "out" / "claims.csv", keep_default_na=False, dtype=str).set_index("claim_id")
    with Store(folder / "cache") as store:
        for which, articles in (("deutsch-txt", 1), ("agency-md", None), ("4", 4)):
            places = Places(raw, (), str(folder / "parts"), str(folder / "cache"))
            run_on(Idle(), places, folder / which, which, Runner(Settings(), store))
            found = pd.read_csv(folder / which / "articles.csv")
            assert 1 <= len(found) <= len(FILES)
            assert articles in {None, len(found)}
            assert which.isdecimal() or which in set(found.article_id)
            claims = pd.read_csv(folder / which / "claims.csv", keep_default_na=False, dtype=str).set_index("claim_id")
            same = ["article_id", "claim_text", "start", "end", "values", "entity_ids", "repeat_of"]
            assert claims[same].to_dict("index") == whole.loc[claims.index, same].to_dict("index")
            assert set(claims.article_id) <= set(found.article_id)
            groups = pd.read_csv(folder / which / "claim_groups.csv")
            assert set(groups.group_id) == set(filter(None, claims.group_id))
        with pytest.raises(Stop, match="no article 'gone-txt'"):
            run_on(Idle(), places, folder / "none", "gone-txt", Runner(Settings(), store))


def test_a_folder_of_many_stories(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only neighbours are silent there, and no article is compared with more than so many, or with all copies."""
    monkeypatch.setattr(silence, "ALL_ARE_ASKED", 3)
    monkeypatch.setattr(neighbours, "MOST", 2)
    monkeypatch.setattr(copies, "SPEAKERS", 1)
    monkeypatch.setattr(beside, "SPEAKERS", 1)
    monkeypatch.setattr(neighbouring, "PAIRS_AT_ONCE", 5)
    monkeypatch.setattr(sources, "SHARD_FILES", 3)
    put(TOWN["edited"], raw)
    articles = check_both(raw, tmp_path)
    one, other = (articles.article_id[name] for name in TOWN["edited"])
    assert set(articles.origin_id[list(TOWN["edited"])]) == {"agency-md"}
    pairs = pd.read_csv(tmp_path / "out" / "claim_pairs.csv")
    assert (one, other) not in set(zip(pairs.article_a, pairs.article_b, strict=True))
    groups = pd.read_csv(tmp_path / "out" / "claim_groups.csv").set_index("statement")
    assert groups.n_articles["Two tugs from Marn waited behind the mole."] == 2  # that were not laid side by side
