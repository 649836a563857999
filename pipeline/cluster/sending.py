"""A record sent home to home: what an article is compared with has to be where it is compared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.cluster.job import Job, Sent, Step
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Wanted:
    article_id: str
    by: int  # the part that wants it


@dataclass(frozen=True, slots=True)
class Sending:
    """The articles of a table, sent to the parts that want them."""

    name: str  # of the table in which they arrive; who wants which is in `NAME_wanted`
    table: str
    kind: type
    id_of: Callable[[Any], str]

    def want(self, article_id: str, home: int, by: int) -> Sent:
        """The record that asks for an article."""
        return f"{self.name}_wanted", home, Wanted(article_id, by)

    def step(self) -> Step:
        """Sends each article once to each part that asked for it."""
        return Step(f"send_{self.name}", self.send)

    def send(self, job: Job, part: int, _: Runner) -> Iterator[Sent]:
        """The task."""
        wanted = set(job.sent(f"{self.name}_wanted", part, Wanted))
        asked = {one.article_id for one in wanted}
        own = {key: one for one in job.own(self.table, part, self.kind) if (key := self.id_of(one)) in asked}
        for one in sorted(wanted, key=lambda one: (one.by, one.article_id)):
            yield self.name, one.by, own[one.article_id]

    def at(self, job: Job, part: int) -> dict[str, Any]:
        """The articles that are at hand in a part, its own and those that were sent, by id."""
        here = [*job.own(self.table, part, self.kind), *job.sent(self.name, part, self.kind)]
        return {self.id_of(one): one for one in here}
