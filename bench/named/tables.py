"""The tables of names found: F1 by type beside the bare pipeline, and the time of both."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from bench.named.conll import Collection, read_conll
from bench.named.readers import Found, Reader, read_bare, read_bare_trimmed, read_ours, read_whole_stage
from bench.named.score import TYPES, Tally

READERS = {"bare": read_bare, "bare, trimmed": read_bare_trimmed, "ours": read_ours}
ROUNDS = 3  # the fastest counts: the others were disturbed
WARM = 5  # documents


def tally(documents: Collection, found: Sequence[Found]) -> Tally:
    score = Tally()
    for document, by_sentence in zip(documents, found, strict=True):
        for sentence, names in zip(document, by_sentence, strict=True):
            score.add(sentence.names, names)
    return score


def show_scores(documents: Collection, package: str) -> None:
    found = {name: [read(document, package) for document in documents] for name, read in READERS.items()}
    print(f"{'F1 in percent':28}" + "".join(f"{kind:>8}" for kind in TYPES) + f"{'all':>8}{'P':>8}{'R':>8}")
    for part, chosen in (("", slice(None)), (" even", slice(0, None, 2)), (" odd", slice(1, None, 2))):
        for name, read in found.items():
            score = tally(documents[chosen], read[chosen])
            for how, right in (("strict", score.strict), ("overlap", score.overlap)):
                by_type = [score.f1([kind], right)[2] for kind in TYPES]
                precision, recall, f1 = score.f1(TYPES, right)
                row = [*by_type, f1, precision, recall]
                print(f"{name + part + ', ' + how:28}" + "".join(f"{figure:8.1f}" for figure in row))


def _read(read: Reader, package: str, documents: Collection) -> None:
    for document in documents:
        read(document, package)


def seconds(read: Callable[[Collection], None], documents: Collection) -> float:
    began = process_time()
    read(documents)
    return process_time() - began


def show_speed(documents: Collection, package: str) -> None:
    readers = {"bare": read_bare, "ours, names": read_ours, "ours, whole stage": read_whole_stage}
    timed = {name: partial(_read, read, package) for name, read in readers.items()}
    for read in timed.values():
        seconds(read, documents[:WARM])
    rounds = [{name: seconds(read, documents) for name, read in timed.items()} for _ in range(ROUNDS)]
    best = {name: min(times[name] for times in rounds) for name in timed}
    words = sum(len(sentence.text.split()) for document in documents for sentence in document)
    for name, time in best.items():
        print(f"{name:28}{words / time:8.0f} words a second of CPU time, {time / best['bare']:.2f} times bare")


def show_names(path: Path, package: str) -> None:
    """The tables of one file in CoNLL columns, read by the spaCy pipeline `package`."""
    documents = read_conll(path)
    sentences = sum(map(len, documents))
    names = sum(len(sentence.names) for document in documents for sentence in document)
    print(f"\n{path.name}: {len(documents)} documents, {sentences} sentences, {names} names; {package}")
    show_scores(documents, package)
    show_speed(documents, package)
