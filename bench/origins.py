"""Copies among whole articles: reprints with edits, and wire stories inside longer reports, beside plain MinHash.

    python bench/origins.py [--split dev|test]

The articles of bench/data/groups, split by story, and a generated copy of about half of them, edited in one way at a
time. A pair counts as found if both articles have one origin or one has a stretch of the other. Everything else in the
collection is a trap: four or five papers on the same event. Printed per kind of edit: precision and recall over pairs,
for Tellings and for MinHash signatures (rensa, 128 permutations, the same shingles) at two thresholds of resemblance.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from rensa import RMinHash

from bench.groups import DATA, stories
from pipeline.clean.articles import clean_articles
from pipeline.extract.articles import extract_article
from pipeline.records import Article, BlockKind, Document

SEED = 20
PERMUTATIONS = 128
THRESHOLDS = (0.5, 0.25)
SHINGLE = 4  # words
REPRINTS = {"the-lantern.html", "mainland-mail.html", "daily-standard-sport.html"}  # of an agency's text in their story
OTHER = {"dev": "test", "test": "dev"}

Paragraphs = list[str]
Pair = frozenset[str]


def _paragraphs(article: Article) -> Paragraphs:
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in kinds]


def _originals(split: str) -> Iterator[tuple[str, Paragraphs]]:
    """The split's articles by path, without those that are reprints already."""
    for story in stories(split):
        for path in sorted((DATA / story.name / "articles").iterdir()):
            if path.suffix != ".csv" and path.name not in REPRINTS:
                article = extract_article((Document(path.name, "", path.read_bytes()), None))
                yield f"{story.name}-{path.stem}", _paragraphs(article)


def _article(name: str, paragraphs: Sequence[str]) -> Article:
    document = Document(f"{name}.txt", "", ("\n\n".join([f"Report {name}", *paragraphs])).encode())
    return extract_article((document, None))


def _reworded(share: float) -> Callable[[Paragraphs, Paragraphs, random.Random], Paragraphs]:
    def reword(paragraphs: Paragraphs, other: Paragraphs, dice: random.Random) -> Paragraphs:
        words = " ".join(other).split()
        return [
            " ".join(dice.choice(words) if dice.random() < share else word for word in paragraph.split())
            for paragraph in paragraphs
        ]

    return reword


def _cut(paragraphs: Paragraphs, _: Paragraphs, __: random.Random) -> Paragraphs:
    return paragraphs[: -(-2 * len(paragraphs) // 3)]


def _reordered(paragraphs: Paragraphs, _: Paragraphs, dice: random.Random) -> Paragraphs:
    return dice.sample(paragraphs, len(paragraphs))


def _inside(paragraphs: Paragraphs, other: Paragraphs, _: random.Random) -> Paragraphs:
    """The whole story after the first paragraphs of a longer report."""
    return [*other[:4], *paragraphs, *other[4:]]


def _excerpt(paragraphs: Paragraphs, other: Paragraphs, _: random.Random) -> Paragraphs:
    return [*other[:2], *paragraphs[:3], *other[2:]]


def _excerpt_reworded(paragraphs: Paragraphs, other: Paragraphs, dice: random.Random) -> Paragraphs:
    return [*other[:2], *_reworded(0.1)(paragraphs[:4], other, dice), *other[2:]]


EDITS: dict[str, Callable[[Paragraphs, Paragraphs, random.Random], Paragraphs]] = {
    "retitled": lambda paragraphs, _, __: paragraphs,
    "last third cut": _cut,
    "reordered": _reordered,
    "10% reworded": _reworded(0.1),
    "30% reworded": _reworded(0.3),
    "inside a longer one": _inside,
    "3 paragraphs inside": _excerpt,
    "4 inside, 10% reworded": _excerpt_reworded,
}


def _by_tellings(articles: Sequence[Article]) -> set[Pair]:
    cleaned = clean_articles(articles)
    same = {
        frozenset((a.article.article_id, b.article.article_id))
        for a, b in combinations(cleaned, 2)
        if a.origin_id == b.origin_id
    }
    return same | {frozenset((c.article.article_id, s.article_id)) for c in cleaned for s in c.copied}


def _by_minhash(articles: Sequence[Article], threshold: float) -> set[Pair]:
    signed = []
    for article in articles:
        words = " ".join(_paragraphs(article)).casefold().split()
        signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        signature.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
        signed.append((article.article_id, signature))
    return {frozenset((a, b)) for (a, x), (b, y) in combinations(signed, 2) if x.jaccard(y) >= threshold}


def _score(found: set[Pair], there: set[Pair]) -> str:
    right = len(found & there)
    return f"P {right / max(1, len(found)):.3f} R {right / max(1, len(there)):.3f}"


def _collection(split: str, edit: str) -> tuple[list[Article], set[Pair]]:
    """The originals and their copies, and which pairs are that."""
    dice = random.Random(SEED)  # noqa: S311 - the same edits on every run is what is wanted
    others = [paragraphs for _, paragraphs in _originals(OTHER[split])]
    own = [first + second for first, second in zip(others[::2], others[1::2], strict=False)]  # nobody else's words
    articles, there = [], set()
    for i, (name, paragraphs) in enumerate(_originals(split)):
        articles.append(_article(name, paragraphs))
        if i < len(own):
            articles.append(_article(f"{name}-copy", EDITS[edit](paragraphs, own[i], dice)))
            there.add(frozenset(article.article_id for article in articles[-2:]))
    return articles, there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"))
    arguments = parser.parse_args()
    for split in [arguments.split] if arguments.split else ["dev", "test"]:
        print(f"{split:24}{'tellings':20}" + "".join(f"{f'MinHash at {threshold}':20}" for threshold in THRESHOLDS))
        for edit in EDITS:
            articles, there = _collection(split, edit)
            found = [_by_tellings(articles), *(_by_minhash(articles, threshold) for threshold in THRESHOLDS)]
            print(f"{edit:24}" + "".join(f"{_score(pairs, there):20}" for pairs in found))


if __name__ == "__main__":
    main()
