"""What a larger spaCy pipeline gains: names found by it alone and by the tag stage that stands on it, and its speed.

    python bench/pipelines.py [--data DIR]

Data: DIR/wikigold.conll and DIR/crossner_politics_dev.txt, sentences with labelled names. F1 is of names with the same
words and type: a person, a place, a body, or any other. The tag stage takes a nationality for its country, which these
collections do not: read down a column, not across. Speed is words per processor second of the tag stage, beside that of
the first pipeline. Rows that are skipped say what to install.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import spacy

from pipeline.errors import Stop
from pipeline.records import Article, Block, BlockKind, CleanArticle, Metadata
from pipeline.tag.articles import tag_article
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import ENGLISH_PIPELINE, SIZES, package_name

DATA = Path(__file__).resolve().parents[2] / "shared" / "entities"
FILES = ("wikigold.conll", "crossner_politics_dev.txt")
NAMES = tuple(ENGLISH_PIPELINE.replace("_sm", f"_{size}") for size in SIZES)
AT_ONCE = 50  # sentences to an article

# The labels of the collections and of spaCy as four types; dates, numbers and offices are none.
_TYPES = {
    "PER": "PER person politician PERSON",
    "LOC": "LOC location country GPE FAC",
    "ORG": "ORG organisation politicalparty",
    "MISC": "MISC misc event election NORP EVENT LAW WORK_OF_ART PRODUCT LANGUAGE",
}
TYPE_OF = {label: kind for kind, labels in _TYPES.items() for label in labels.split()}

_GLUED = re.compile(r"[.,;:!?%)]+|n't|['’](?:s|re|ve|ll|d|m)?")  # to the word before

Name = tuple[int, int, str]  # start, end, type


@dataclass(frozen=True)
class Sentence:
    text: str
    names: frozenset[Name]


def _sentence(rows: Sequence[tuple[str, str]]) -> Sentence:
    """Words as running text, and the names that their labels make: "B-" begins one, "I-" goes on."""
    names: list[Name] = []
    text, before = "", "O"
    for word, label in rows:
        text += "" if not text or text.endswith("(") or _GLUED.fullmatch(word) else " "
        start, text = len(text), text + word
        mark, _, kind = label.partition("-")
        if kind and mark == "I" and before.endswith(f"-{kind}"):
            names[-1] = (names[-1][0], len(text), names[-1][2])
        elif kind:
            names.append((start, len(text), TYPE_OF[kind]))
        before = label
    return Sentence(text, frozenset(names))


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file: a word and its label a line, an empty line behind each sentence."""
    rows: list[tuple[str, str]] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        cells = line.split()
        if len(cells) > 1:
            rows.append((cells[0], cells[-1]))
        elif rows:
            yield _sentence(rows)
            rows = []


def bare(name: str) -> Callable[[Sequence[Sentence]], Iterator[frozenset[Name]]]:
    """The pipeline as it comes."""
    nlp = spacy.load(package_name(name))

    def find(sentences: Sequence[Sentence]) -> Iterator[frozenset[Name]]:
        for doc in nlp.pipe(sentence.text for sentence in sentences):
            named = ((e.start_char, e.end_char, TYPE_OF.get(e.label_, "")) for e in doc.ents)
            yield frozenset(name for name in named if name[2])

    return find


def ours(name: str) -> Callable[[Sequence[Sentence]], Iterator[frozenset[Name]]]:
    """The tag stage on it, a few sentences an article."""
    load_language_model(name)  # loading is no part of its speed

    def find(sentences: Sequence[Sentence]) -> Iterator[frozenset[Name]]:
        for first in range(0, len(sentences), AT_ONCE):
            yield from _in_article([sentence.text for sentence in sentences[first : first + AT_ONCE]], name)

    return find


def _in_article(texts: Sequence[str], name: str) -> Iterator[frozenset[Name]]:
    blocks: list[Block] = []
    for text in texts:
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(text)))
    article = Article("a", "a", "text", "", "utf-8", Metadata(language="en"), "\n\n".join(texts), tuple(blocks))
    mentions = tag_article(CleanArticle(article, "a", (), tuple(blocks)), name).mentions
    for b in blocks:
        inside = (m for m in mentions if b.start <= m.start and m.end <= b.end)
        named = ((m.start - b.start, m.end - b.start, TYPE_OF.get(m.type, "")) for m in inside)
        yield frozenset(name for name in named if name[2])


def f1(sentences: Sequence[Sentence], found: Sequence[frozenset[Name]]) -> float:
    right = sum(len(sentence.names & names) for sentence, names in zip(sentences, found, strict=True))
    return 200 * right / (sum(len(s.names) for s in sentences) + sum(map(len, found)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    folder: Path = parser.parse_args().data
    if missing := [file for file in FILES if not (folder / file).exists()]:
        sys.exit(f"There is no {folder / missing[0]}. Name the folder that holds it with --data.")
    collections = [list(read(folder / file)) for file in FILES]
    words = sum(len(sentence.text.split()) for sentences in collections for sentence in sentences)
    print(f"{'':18} {'WikiGold F1':>14} {'CrossNER F1':>14}")
    print(f"{'pipeline':18} {'bare   ours':>14} {'bare   ours':>14}   speed")
    first = 0.0
    for name in NAMES:
        try:
            plain = [f1(sentences, list(bare(name)(sentences))) for sentences in collections]
        except Stop as stop:
            print(f"{name:18} skipped: {stop.what} {stop.hint}")
            continue
        find = ours(name)
        began = process_time()
        tagged = [f1(sentences, list(find(sentences))) for sentences in collections]
        speed = words / (process_time() - began)
        first = first or speed
        cells = "".join(f"   {a:5.1f}  {b:5.1f}" for a, b in zip(plain, tagged, strict=True))
        print(f"{name:18}{cells}   {speed:,.0f} words a second, {speed / first:.2f}x")


if __name__ == "__main__":
    main()
