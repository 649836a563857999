"""Beside what a user would write instead: seconds and quality over the same generated articles.

    python bench/instead.py [--articles 100] [--sentence MODEL] [--relation FOLDER]

Instead: trafilatura for the text, spaCy for the sentences, a float MiniLM for the likeness of every sentence with every
other, and a float cross-encoder, asked both ways about each pair that is alike enough; in batches of 32, sorted by
length, as the usual libraries have it. Sentences that entail each other or clash are linked, and what is linked is a
group. One process and one thread for both. The float models are those that the shipped ones were quantised from
(training/sentence and training/relation make them), so that the difference is in how they are used.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
import trafilatura
from numpy.typing import NDArray

from bench.generated.articles import write
from bench.generated.pages import save
from bench.generated.quality import Found, rated
from bench.measured.spending import tellings
from bench.scale import quality
from pipeline import onnx
from pipeline.compare.embedding import MAX_TOKENS
from pipeline.compare.entailment import LABELS
from pipeline.tag.language_model import package_name

TRAINING = Path(__file__).parents[1] / "training"
BATCH = 32
ALIKE = 0.6  # cosine; the best F1 of links on the dev stories of bench/groups.py in steps of 0.05
SURE = 0.5  # probability


class Model:
    """A float ONNX model with its tokenizer, run in batches sorted by length."""

    def __init__(self, graph: Path, tokenizer: Path) -> None:
        self._session = onnx.session(graph.read_bytes())
        self._tokenizer = onnx.tokenizer(tokenizer.read_bytes(), MAX_TOKENS)
        self._names = [given.name for given in self._session.get_inputs()]

    def __call__(self, texts: Sequence[str | tuple[str, str]]) -> NDArray[np.float32]:
        read = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(read)), key=lambda i: len(read[i].ids))
        rows: list[NDArray[np.float32]] = []
        for first in range(0, len(order), BATCH):
            some = [read[i] for i in order[first : first + BATCH]]
            width = max(len(one.ids) for one in some)
            given = {
                "input_ids": [one.ids + [0] * (width - len(one.ids)) for one in some],
                "attention_mask": [one.attention_mask + [0] * (width - len(one.ids)) for one in some],
                "token_type_ids": [one.type_ids + [0] * (width - len(one.ids)) for one in some],
            }
            rows.extend(self._session.run(None, {name: np.array(given[name]) for name in self._names})[0])
        back = np.argsort(order)
        return np.stack(rows)[back]


def texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each article."""
    for path in sorted(folder.iterdir()):
        content = path.read_text(encoding="utf-8")
        match path.suffix:
            case ".html":
                yield path.stem, trafilatura.extract(content) or ""
            case ".jsonl":
                yield path.stem, json.loads(content)["text"]
            case _:
                yield path.stem, content


def sentences(folder: Path) -> list[Found]:
    names, texts = zip(*texts_in(folder), strict=True)
    read = spacy.load(package_name("en_core_web_sm")).pipe(texts)
    found = [
        (name, line.strip())
        for name, doc in zip(names, read, strict=True)
        for s in doc.sents
        for line in s.text.splitlines()
        if line.strip()
    ]
    return [Found(str(i), name, words, str(i)) for i, (name, words) in enumerate(found)]


def grouped(found: Sequence[Found], linked: Sequence[tuple[int, int]]) -> list[Found]:
    """The sentences, each in the group of all that it is linked with, and what those are linked with."""
    head = list(range(len(found)))

    def root(i: int) -> int:
        while head[i] != i:
            i = head[i]
        return i

    for i, j in linked:
        head[root(i)] = root(j)
    return [Found(one.id, one.article, one.words, str(root(i))) for i, one in enumerate(found)]


def instead(
    folder: Path, sentence: Model, relation: Model, labels: Sequence[str]
) -> tuple[list[Found], list[tuple[str, str]], int]:
    """The sentences in groups, the pairs called a conflict, and how many pairs the cross-encoder has read."""
    found = sentences(folder)
    vectors = sentence([one.words for one in found])
    likeness = np.triu(vectors @ vectors.T, 1)
    alike = [(i, j) for i, j in np.argwhere(likeness >= ALIKE).tolist() if found[i].article != found[j].article]
    both = [pair for i, j in alike for pair in ((found[i].words, found[j].words), (found[j].words, found[i].words))]
    powers = np.exp(relation(both))
    said = (powers / powers.sum(axis=1, keepdims=True)).reshape(-1, 2, len(LABELS))
    entails = said[:, :, labels.index("entailment")].min(axis=1) >= SURE
    clashes = said[:, :, labels.index("contradiction")].max(axis=1) >= SURE
    linked = [pair for pair, one, other in zip(alike, entails, clashes, strict=True) if one or other]
    called = [(str(i), str(j)) for (i, j), clash in zip(alike, clashes, strict=True) if clash]
    return grouped(found, linked), called, len(both)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--sentence", type=Path, default=TRAINING / "sentence" / "build" / "float.onnx")
    parser.add_argument("--relation", type=Path, default=TRAINING / "relation" / "build" / "float")
    given = parser.parse_args()
    labels = [label.lower() for label in json.loads((given.relation / "config.json").read_text())["id2label"].values()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = save(write(given.articles), folder / "raw")
        ours = tellings(folder, workers=1)
        print(f"tellings  {ours.processor:8.1f} s of processors  {quality(articles, folder / 'output')}", flush=True)
        began = time.process_time()
        sentence = Model(given.sentence, onnx.MODELS / "sentence" / "tokenizer.json")
        relation = Model(given.relation / "model.onnx", given.relation / "tokenizer.json")
        found, called, read = instead(folder / "raw", sentence, relation, labels)
        seconds = time.process_time() - began
        links, conflicts = rated(articles, found, called)
    print(f"instead   {seconds:8.1f} s of processors  links {links}; conflicts {conflicts}")
    print(f"{read} questions to its cross-encoder; {seconds / ours.processor:.1f} times the seconds")


if __name__ == "__main__":
    main()
