"""The tables of names found: F1 by type beside the bare pipeline, and the time of both."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from bench.named.collection import TYPES, Collection, Name
from bench.named.conll import read_conll
from bench.named.marked import MARKED, read_marked
from bench.named.readers import Found, Reader, read_bare, read_bare_trimmed, read_ours, read_whole_stage
from bench.named.score import Tally
from pipeline.tag.packages import ENGLISH

READERS = {"bare": read_bare, "bare, trimmed": read_bare_trimmed, "ours": read_ours}
ELSEWHERE = {"bare": read_bare, "ours": read_ours}  # in other languages than English
ROUNDS = 3  # the fastest counts: the others were disturbed
WARM = 5  # documents
LOOKED_AT = slice(0, None, 2)  # the documents whose errors may be seen when a rule is written


def language_of(path: Path) -> str:
    """The language of a file: what its name begins with, where it is marked."""
    return path.stem.partition("-")[0] if path.suffix == MARKED else ENGLISH


def tally(documents: Collection, found: Sequence[Found]) -> Tally:
    score = Tally()
    for document, by_sentence in zip(documents, found, strict=True):
        for sentence, names in zip(document, by_sentence, strict=True):
            score.add(sentence.names, names)
    return score


def show_scores(documents: Collection, found: dict[str, list[Found]]) -> None:
    print(f"{'F1 in percent':28}" + "".join(f"{kind:>8}" for kind in TYPES) + f"{'all':>8}{'P':>8}{'R':>8}")
    for part, chosen in (("", slice(None)), (" even", LOOKED_AT), (" odd", slice(1, None, 2))):
        for name, read in found.items():
            score = tally(documents[chosen], read[chosen])
            for how, right in (("strict", score.strict), ("overlap", score.overlap)):
                by_type = [score.f1([kind], right)[2] for kind in TYPES]
                precision, recall, f1 = score.f1(TYPES, right)
                row = [*by_type, f1, precision, recall]
                print(f"{name + part + ', ' + how:28}" + "".join(f"{figure:8.1f}" for figure in row))


def _as_words(text: str, names: Iterable[Name]) -> str:
    return "; ".join(f"{text[n.start : n.end]} {n.type}" for n in sorted(names, key=lambda n: n.start)) or "-"


def show_errors(documents: Collection, found: Sequence[Found]) -> None:
    """What ours missed and made up, by sentence, in the documents that may be looked at."""
    for document, by_sentence in zip(documents[LOOKED_AT], found[LOOKED_AT], strict=True):
        for sentence, names in zip(document, by_sentence, strict=True):
            gold, ours = set(sentence.names), set(names)
            if gold != ours:
                print(f"\n{sentence.text}")
                print(f"  missed: {_as_words(sentence.text, gold - ours)}")
                print(f"  made up: {_as_words(sentence.text, ours - gold)}")


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


def show_names(path: Path, package: str, *, with_errors: bool) -> None:
    """The tables of one labelled file, read by the spaCy pipeline `package`."""
    documents = read_marked(path) if path.suffix == MARKED else read_conll(path)
    sentences = sum(map(len, documents))
    names = sum(len(sentence.names) for document in documents for sentence in document)
    print(f"\n{path.name}: {len(documents)} documents, {sentences} sentences, {names} names; {package}")
    readers = READERS if language_of(path) == ENGLISH else ELSEWHERE
    found = {name: [read(document, package) for document in documents] for name, read in readers.items()}
    show_scores(documents, found)
    show_speed(documents, package)
    if with_errors:
        show_errors(documents, found["ours"])
