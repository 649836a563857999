"""Within an article: a short name means what the article names in full; what all articles agree on is carried further.

"GM" is General Motors also where only another article explains it. Surnames and bodies without their country are not
carried: "Kennedy" and "the Supreme Court" are somebody else's in the next article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.records import Merge, TaggedArticle
from pipeline.tag.merging.applying import merged, targets_of, types_of
from pipeline.tag.merging.initials import acronyms
from pipeline.tag.merging.named import Named, Rule, named_in
from pipeline.tag.merging.people import full_names
from pipeline.tag.merging.short_names import bodies_at_home, first_parts, last_parts

OWN: tuple[Rule, ...] = (full_names, bodies_at_home, last_parts)
CARRIED: tuple[Rule, ...] = (acronyms,)
AGREED: tuple[Rule, ...] = (first_parts,)  # carried too, and dropped where the articles that use a name gainsay it
USUALLY = 0.75  # of the articles that explain a short name: the rest may have a slip, or name a part of the body

Settled = tuple[str, Merge]  # in which article


def _settled(rules: Sequence[Rule], named: Mapping[str, Sequence[Named]], *, sure: bool) -> list[Settled]:
    """What the rules merge in each article by itself; `named` holds what each names."""
    found = []
    for article, names in named.items():
        merges = (merge for rule in rules for merge in rule(names))
        found += [(article, replace(m, why=f"{m.why}, in {article}", sure=sure)) for m in merges]
    return sorted(found, key=lambda one: (one[0], one[1].merged, one[1].into))


def _meanings(settled: Sequence[Settled]) -> dict[str, str]:
    """What short names mean, for those of which all articles, or nearly all, that explain one give the same."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, merge in settled:
        counts[merge.merged][merge.into] += 1
    return {
        name: into
        for name, meant in counts.items()
        for into, count in meant.items()
        if count >= USUALLY * meant.total()
    }


def _agreed(settled: Sequence[Settled], names: Sequence[Named]) -> Iterator[Settled]:
    """Without the short names that mean several things and also stand alone: "Boeing" is a full name then."""
    meanings = _meanings(settled)
    explained: dict[str, set[str]] = defaultdict(set)
    for article, merge in settled:
        explained[merge.merged].add(article)
    everywhere = {named.entity_id for named in names if named.articles <= explained[named.entity_id]}
    for article, merge in settled:
        if meanings.get(merge.merged) == merge.into or merge.merged in everywhere:
            yield article, merge


def _carried(settled: Sequence[Settled], articles: Sequence[TaggedArticle]) -> Iterator[Merge]:
    """What a short name means wherever an article says what it means, for the articles that do not say it."""
    meanings = _meanings(settled)
    there = {mention.entity_id for one in articles for mention in one.mentions}
    for merge in {(m.merged, m.into): m for _, m in reversed(settled)}.values():
        if meanings.get(merge.merged) == merge.into and merge.merged in there:
            yield replace(merge, why=f"{merge.why}, which others follow", sure=False)


def settle(articles: Sequence[TaggedArticle]) -> tuple[list[TaggedArticle], list[Merge]]:
    """The articles with their short names resolved, and all that was merged."""
    names, named = named_in(articles), {one.clean.article.article_id: named_in([one]) for one in articles}
    carried = _settled(CARRIED, named, sure=True)
    carried += _agreed(_settled(AGREED, named, sure=False), names)
    own: dict[str, list[Merge]] = defaultdict(list)
    for article, merge in (*_settled(OWN, named, sure=True), *carried):
        own[article].append(merge)
    types = types_of(names)
    resolved = [merged(one, targets_of(own[one.clean.article.article_id], types)) for one in articles]
    further = sorted(_carried(carried, resolved), key=lambda m: (m.merged, m.into))
    told = [merge for article in sorted(own) for merge in own[article]]
    targets = targets_of(further, types)
    return [merged(one, targets) for one in resolved], told + further
