"""What a run would do, found out without doing or writing anything."""

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Reject
from pipeline.flow import STAGES, State
from pipeline.inputs import read_inputs
from pipeline.records import Rejected
from pipeline.run import fingerprint_of, last_summary
from pipeline.settings import Settings
from pipeline.store.read_only import ReadOnlyStore
from pipeline.workers import Assignment, Runner
from pipeline.workers.outcomes import kept

TO_DO = "to_do"


@dataclass(frozen=True, slots=True)
class Plan:
    """What `tellings run --dry-run` tells. Paths are those of files in the folder, records of a file included in it."""

    up_to_date: bool  # whether a run would do nothing
    new: tuple[str, ...]  # files that the last run did not have; all of them where there was none
    changed: tuple[str, ...]  # files whose content is another
    same: tuple[str, ...]  # files as they were
    gone: tuple[str, ...]  # files that the last run had
    refused: tuple[Rejected, ...]  # files that would not even be opened
    cached: int  # inputs, records included, whose text is in the cache
    to_read: tuple[str, ...]  # those that have to be read: `file`, or `file#key` for a record


class _Onlooker(Runner):
    """Does no work: what is not in the store is refused as still to do."""

    def _answers(
        self,
        work: Assignment,  # noqa: ARG002 - it is not done
        items: Sequence[object],
    ) -> Generator[tuple[int, bytes]]:
        still = kept(Reject(TO_DO, "It is not in the cache.", "A run reads it."))
        yield from ((at, still) for at in range(len(items)))


def _last_inputs(output: Path) -> dict[str, str]:
    """Path -> hash of what the last run read; none where there was no run."""
    try:
        return dict(json.loads((output / "run.json").read_bytes())["inputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def plan(raw: Path, output: Path, cache: Path, settings: Settings) -> Plan:
    """What a run from `raw` to `output` would do. Raises `Stop` where there is nothing to read."""
    inputs = read_inputs(raw, settings.max_input_bytes)
    last = _last_inputs(output)
    now = {document.path: document.sha256 for document in inputs.documents}
    extract = STAGES[0]
    read = extract.run(State(inputs), _Onlooker(settings, ReadOnlyStore(cache)))
    to_read = tuple(row.path for row in read.rejects if row.code == TO_DO)
    return Plan(
        up_to_date=last_summary(output, fingerprint_of(inputs, settings)) is not None,
        new=tuple(path for path in now if path not in last),
        changed=tuple(path for path in now if path in last and last[path] != now[path]),
        same=tuple(path for path in now if last.get(path) == now[path]),
        gone=tuple(path for path in last if path not in now),
        refused=inputs.rejects,
        cached=len(read.articles) + len(read.rejects) - len(inputs.rejects) - len(to_read),
        to_read=to_read,
    )
