"""An analyst's judgements put into effect, and those that name what is not there."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.judgements import Judgements, MergeThem, Rename, SplitOff
from pipeline.records import Mention, Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.applying import merged, targets_of, types_of
from pipeline.tag.merging.keys import key_of
from pipeline.tag.merging.named import named_in
from pipeline.toml_files import meant

WHY = "a judgement in entities.toml"


@dataclass(frozen=True, slots=True)
class Judged:
    """The articles after an analyst's judgements, and what else follows from them."""

    articles: tuple[TaggedArticle, ...]
    called: Mapping[str, tuple[str, str]]  # entity id -> the name and the type that it is given, or ""
    merges: tuple[Merge, ...]
    given: int
    unused: tuple[str, ...]  # those that could not be followed, and why


class Directory:
    """The entities at hand, by whatever an analyst may call them."""

    def __init__(
        self, articles: Sequence[TaggedArticle], merges: Sequence[Merge], called: Mapping[str, tuple[str, str]]
    ) -> None:
        self._names = named_in(articles)
        self._ids = {named.entity_id for named in self._names}
        self._called: dict[str, set[str]] = defaultdict(set)
        for named in self._names:
            known, given = (table.get(named.entity_id, ("", ""))[0] for table in (known_entities(), called))
            for words in filter(None, {*named.words, known, given}):
                self._called[words].add(named.entity_id)
        self._former = {
            old: into for old, (into, _) in targets_of(merges, types_of(self._names)).items() if into in self._ids
        }

    def find(self, name: str) -> str:
        """The id of the entity of that id, former id or name. Raises `LookupError`, which says what is wrong."""
        if name in self._ids:
            return name
        called = self._called.get(name, set())
        if len(called) == 1:
            return next(iter(called))
        if called:
            raise LookupError(f"{name!r} is the name of several: {', '.join(sorted(called))}.")
        if name in self._former:
            return self._former[name]
        near = meant(name, sorted({*self._ids, *self._called}))
        raise LookupError(f"no article names {name!r}. {near}".strip())

    def find_apart(self, name: str, entity: str) -> str:
        """The id of another entity than the one given, or a new id for a name that nothing else has."""
        try:
            found = self.find(name)
        except LookupError:
            if name in self._called:
                raise
            found = entity
        apart = key_of(name) if found == entity else found
        if apart == entity:
            raise LookupError(f"{name!r} is {entity!r} itself; it takes a name that is not.")
        return apart

    def type_of(self, entity: str) -> str:
        """The type of an entity, or "" for a new one."""
        return next((named.type for named in self._names if named.entity_id == entity), "")


def _split(articles: Sequence[TaggedArticle], row: SplitOff, entity: str, into: str, kind: str) -> list[TaggedArticle]:
    """The articles with the row's mentions moved out of `entity`. Raises `LookupError` if there are none."""
    found = False

    def final(mention: Mention, text: str) -> Mention:
        nonlocal found
        if mention.entity_id != entity or " ".join(text[mention.start : mention.end].split()) != row.name:
            return mention
        found = True
        return replace(mention, entity_id=into, type=kind or mention.type)

    result = [
        replace(one, mentions=tuple(final(m, one.clean.article.text) for m in one.mentions))
        if not row.articles or one.clean.article.article_id in row.articles
        else one
        for one in articles
    ]
    if not found:
        where = f" in {', '.join(row.articles)}" if row.articles else ""
        raise LookupError(f"{row.name!r} is not taken for {entity!r}{where}.")
    return result


class _Judging:
    """The articles as one judgement after the other changes them."""

    def __init__(self, articles: Sequence[TaggedArticle], merges: Sequence[Merge]) -> None:
        self.articles = list(articles)
        self.merges: list[Merge] = []
        self.called: dict[str, tuple[str, str]] = {}
        self._before = merges

    def _directory(self) -> Directory:
        return Directory(self.articles, [*self._before, *self.merges], self.called)

    def split(self, row: SplitOff) -> None:
        directory = self._directory()
        entity = directory.find(row.entity)
        into = directory.find_apart(row.into, entity)
        kind = directory.type_of(into)
        self.articles = _split(self.articles, row, entity, into, kind)
        if not kind:
            self.called[into] = row.name if row.into == into else row.into, ""

    def merge(self, row: MergeThem) -> None:
        directory = self._directory()
        chief, *others = [directory.find(name) for name in row.entities]
        merges = [Merge(other, chief, WHY, 1.0) for other in others if other != chief]
        targets = targets_of(merges, types_of(named_in(self.articles)))
        self.articles = [merged(one, targets) for one in self.articles]
        self.merges += merges

    def rename(self, row: Rename) -> None:
        entity = self._directory().find(row.entity)
        name, kind = self.called.get(entity, ("", ""))
        self.called[entity] = row.name or name, row.type or kind


def judge_entities(articles: Sequence[TaggedArticle], merges: Sequence[Merge], judgements: Judgements) -> Judged:
    """The articles with the judgements followed: splits, then merges, then renames. `merges` led to their entities."""
    judging = _Judging(articles, merges)
    unused = []
    followed: tuple[tuple[str, Sequence[Any], Callable[[Any], None]], ...] = (
        ("split", judgements.split, judging.split),
        ("merge", judgements.merge, judging.merge),
        ("rename", judgements.rename, judging.rename),
    )
    for kind, rows, follow in followed:
        for number, row in enumerate(rows, 1):
            try:
                follow(row)
            except LookupError as error:
                unused.append(f"{kind} {number}: {error.args[0]}")
    given = sum(len(rows) for _, rows, _ in followed)
    return Judged(tuple(judging.articles), judging.called, tuple(judging.merges), given, tuple(unused))
