"""What a run came to, in short: what the terminal shows, `--json` prints and `run.json` keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.copied import WARNING as COPY
from pipeline.compare.summary import Names, names_of, words_of_sides
from pipeline.flow import State
from pipeline.other_languages import lines_on_languages
from pipeline.records import Article, ClaimGroup, Comparison, Rejected, Status

MOST_DISPUTED = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What some say of a disputed group."""

    words: str  # the words that the verdict rests on
    articles: tuple[str, ...]  # ids of those who use them
    said_by: str  # their names, in words


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed group: who says what."""

    group_id: str  # as in claim_groups.csv
    statement: str  # the proposition
    difference_types: tuple[str, ...]  # in what its claims differ
    n_articles: int  # articles that speak of it
    n_origins: int  # independent origins among them
    sides: tuple[Side, ...]  # who says what


@dataclass(frozen=True, slots=True)
class Warned:
    """An article that could not be read well."""

    path: str  # where it lies in the folder
    warnings: tuple[str, ...]  # as in articles.csv


@dataclass(frozen=True, slots=True)
class Summary:
    """The short of a run. Lists are in the order of the tables, disputes in that of how many origins take part."""

    counts: dict[str, int]  # how many inputs, articles, claims, groups, pairs of each relation and so on
    disputed: tuple[Dispute, ...]  # the three groups that most origins dispute: who says what
    rejects: tuple[Rejected, ...]  # inputs that were not used, as in rejects.csv
    warnings: tuple[Warned, ...]  # articles that could not be read well; one that contains a copy is none of them
    unmatched: tuple[str, ...]  # paths that sources.csv names and the folder has not
    judgements: int  # of entities.toml
    unused_judgements: tuple[str, ...]  # those that name what no article has, in a sentence each
    languages: tuple[str, ...]  # a sentence for each other language: what becomes of the articles in it


def _counts(state: State) -> dict[str, int]:
    """How many rows the main tables have, and how many groups of each status and pairs of each relation."""
    comparison = state.comparison
    relations = [pair.relation.value for pair in comparison.pairs]
    statuses = [group.status for group in comparison.groups]
    return {
        "inputs": len(state.inputs.documents) + len(state.inputs.rejects),
        "articles": len(state.tagged or state.articles),  # a run that stops early has tagged none
        "rejects": len(state.rejects),
        "removed": sum(len(tagged.clean.drops) for tagged in state.tagged),
        "entities": len(state.entities),
        "claims": len(comparison.claims),
        "groups": len(comparison.groups),
        **{relation: relations.count(relation) for relation in ("agree", "differ", "conflict")},
        **{status.value: statuses.count(status) for status in Status},
    }


def _dispute(group: ClaimGroup, comparison: Comparison, names: Names) -> Dispute:
    by_id = {claim.claim_id: claim for claim in comparison.claims}
    positions = [[by_id[claim] for claim in side.claims] for side in group.positions]
    inside = {claim for side in group.positions for claim in side.claims}
    pairs = [pair for pair in comparison.pairs if {pair.claim_a, pair.claim_b} <= inside]
    said = words_of_sides(positions, [side.statement for side in group.positions], pairs)
    return Dispute(
        group.group_id,
        group.statement,
        group.difference_types,
        group.n_articles,
        group.n_origins,
        tuple(Side(words, tuple(articles), names.listed(articles)) for words, articles in said.items()),
    )


def _articles(state: State) -> Sequence[Article]:
    """The articles with what the last stage that touched them knows of them."""
    if state.tagged:
        return [tagged.clean.article for tagged in state.tagged]
    return [clean.article for clean in state.cleaned] or state.articles


def _flaws(article: Article) -> tuple[str, ...]:
    return tuple(warning for warning in article.warnings if not warning.startswith(COPY))


def summary_of(state: State) -> Summary:
    """The short of what is known after any stage."""
    articles = _articles(state)
    names = names_of(articles)
    disputed = [group for group in state.comparison.groups if group.status is Status.DISPUTED]
    most = sorted(disputed, key=lambda group: (-group.n_origins, -group.n_articles, group.group_id))[:MOST_DISPUTED]
    there = {document.path for document in state.inputs.documents} | {row.path for row in state.inputs.rejects}
    return Summary(
        counts=_counts(state),
        disputed=tuple(_dispute(group, state.comparison, names) for group in most),
        rejects=tuple(sorted(state.rejects, key=lambda row: row.path)),
        warnings=tuple(Warned(article.path, flaws) for article in articles if (flaws := _flaws(article))),
        unmatched=tuple(note.path for note in state.inputs.notes if note.path not in there),
        judgements=state.resolution.judgements,
        unused_judgements=state.resolution.unused,
        languages=tuple(lines_on_languages(articles)),
    )
