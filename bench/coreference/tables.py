"""The tables of chains: mentions across documents that are taken for one, against chains made by hand.

Beside ours, `exact` takes equal strings for one thing, and `simple` names of the alias table and surnames.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.coreference.articles import Answers, ours, phrase_of
from bench.coreference.gold import Collection, GoldMention, read_collection
from bench.coreference.scores import all_scores, chains_of
from pipeline.tag.aliases import by_alias
from pipeline.tag.language_model import load_language_model
from pipeline.tag.merging.keys import key_of
from pipeline.tag.packages import ENGLISH_PIPELINE, package_name

COLUMNS = ("MUC", "B3", "CEAFe", "CoNLL", "LEA")


def exact(collection: Collection, mentions: Sequence[GoldMention]) -> Answers:
    return [phrase_of(collection, mention) for mention in mentions]


def simple(collection: Collection, mentions: Sequence[GoldMention]) -> Answers:
    """Equal keys, names of the table, and a person's last word where one fuller name ends in it."""
    phrases = [phrase_of(collection, mention).removeprefix("the ").removeprefix("The ") for mention in mentions]
    fuller: dict[str, set[str]] = defaultdict(set)
    for mention, phrase in zip(mentions, phrases, strict=True):
        if mention.type == "PERSON" and " " in phrase:
            fuller[phrase.rpartition(" ")[2]].add(key_of(phrase))
    answers = []
    for mention, phrase in zip(mentions, phrases, strict=True):
        known, full = by_alias().get(phrase), fuller[phrase] if mention.type == "PERSON" else set()
        answers.append(known.entity_id if known else next(iter(full)) if len(full) == 1 else key_of(phrase))
    return answers


SYSTEMS: dict[str, Callable[[Collection, Sequence[GoldMention]], Answers]] = {
    "exact": exact,
    "simple": simple,
    "ours": ours,
}


def measure(collection: Collection, system: str) -> dict[str, float]:
    """F1 by metric, in per cent, over the named mentions of a collection."""
    mentions = [mention for mention in collection.mentions if mention.is_named]
    gold = chains_of((i, mention.chain) for i, mention in enumerate(mentions))
    found = chains_of(enumerate(SYSTEMS[system](collection, mentions)))
    return {metric: 100 * value for metric, value in all_scores(gold, found).items()}


def _print_errors(collection: Collection) -> None:
    """The chains that are in pieces, then the answers that hold more than one."""
    mentions = [mention for mention in collection.mentions if mention.is_named]
    answers = ours(collection, mentions)
    pairs = Counter((m.chain, a, phrase_of(collection, m)) for m, a in zip(mentions, answers, strict=True))
    for title, side in (("in pieces", 0), ("mixed", 1)):
        groups: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for row, count in pairs.items():
            groups[row[side]][row[1 - side], row[2]] += count
        print(f"\n{title}")
        for name, rows in sorted(groups.items(), key=lambda item: -item[1].total()):
            if len({other for other, _ in rows}) > 1:
                print(f"  {name}")
                print("".join(f"    {n:4} {other}: {phrase}\n" for (other, phrase), n in rows.most_common()), end="")


def show_chains(path: Path, *, with_errors: bool = False) -> None:
    """The table of one collection."""
    collection = read_collection(path, load_language_model(package_name(ENGLISH_PIPELINE)))
    named = sum(mention.is_named for mention in collection.mentions)
    print(f"\n{path.name}: {named:,} named mentions of {len(collection.mentions):,}; F1 in per cent")
    print(f"{'':8}" + "".join(f"{column:>8}" for column in COLUMNS))
    for system in SYSTEMS:
        scores = measure(collection, system)
        print(f"{system:8}" + "".join(f"{scores[column]:8.1f}" for column in COLUMNS))
    if with_errors:
        _print_errors(collection)
