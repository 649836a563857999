"""Names: how well the tag stage finds and types them, beside the bare spaCy pipeline that it rests on.

    python bench/recognition.py [--data FILE ...]

Data: WikiGold and the development split of CrossNER politics, or any files in CoNLL columns (a word first in its line,
its label last). Labels are read as PER, LOC, ORG and MISC (named/conll.py); spaCy's types and ours are mapped to the
same four (named/readers.py): GPE, LOC and FAC are LOC; NORP, EVENT, LAW, WORK_OF_ART, PRODUCT and LANGUAGE are MISC;
dates, numbers and offices are left out; a demonym, which for us is its country, is MISC, as the collections have it.

Printed: F1 by type and for all, strict (the same span and type) and by overlap (the same type, a character in common),
also for documents with an even and an odd number alone: the rules were written looking at errors in even ones only.
"bare, trimmed" is without "the" and "'s". Then words a second of CPU time, in turns in one process, and how many times
the bare pipeline's time ours takes to find the names and for the whole tag stage.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from named.conll import Collection, read_conll
from named.readers import Found, Reader, read_bare, read_bare_trimmed, read_ours, read_whole_stage
from named.score import TYPES, Tally

SHARED = Path(__file__).resolve().parents[2] / "shared" / "entities"
DATA = [SHARED / "wikigold.conll", SHARED / "crossner_politics_dev.txt"]
READERS: dict[str, Reader] = {"bare": read_bare, "bare, trimmed": read_bare_trimmed, "ours": read_ours}
ROUNDS = 3  # the fastest counts: the others were disturbed
WARM = 5  # documents


def tally(documents: Collection, found: Sequence[Found]) -> Tally:
    score = Tally()
    for document, by_sentence in zip(documents, found, strict=True):
        for sentence, names in zip(document, by_sentence, strict=True):
            score.add(sentence.names, names)
    return score


def show_scores(documents: Collection) -> None:
    found = {name: [read(document) for document in documents] for name, read in READERS.items()}
    print(f"{'F1 in percent':28}" + "".join(f"{kind:>8}" for kind in TYPES) + f"{'all':>8}{'P':>8}{'R':>8}")
    for part, chosen in (("", slice(None)), (" even", slice(0, None, 2)), (" odd", slice(1, None, 2))):
        for name, read in found.items():
            score = tally(documents[chosen], read[chosen])
            for how, right in (("strict", score.strict), ("overlap", score.overlap)):
                by_type = [score.f1([kind], right)[2] for kind in TYPES]
                precision, recall, f1 = score.f1(TYPES, right)
                row = [*by_type, f1, precision, recall]
                print(f"{name + part + ', ' + how:28}" + "".join(f"{figure:8.1f}" for figure in row))


def seconds(read: Reader, documents: Collection) -> float:
    began = process_time()
    for document in documents:
        read(document)
    return process_time() - began


def show_speed(documents: Collection) -> None:
    timed = {"bare": read_bare, "ours, names": read_ours, "ours, whole stage": read_whole_stage}
    for read in timed.values():
        seconds(read, documents[:WARM])
    rounds = [{name: seconds(read, documents) for name, read in timed.items()} for _ in range(ROUNDS)]
    best = {name: min(times[name] for times in rounds) for name in timed}
    words = sum(len(sentence.text.split()) for document in documents for sentence in document)
    for name, time in best.items():
        print(f"{name:28}{words / time:8.0f} words a second of CPU time, {time / best['bare']:.2f} times bare")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, action="append", help="a file in CoNLL columns; may be repeated")
    for path in parser.parse_args(arguments).data or DATA:
        if not path.is_file():
            print(f"{path}: not there, and not measured")
            continue
        documents = read_conll(path)
        sentences = sum(map(len, documents))
        names = sum(len(sentence.names) for document in documents for sentence in document)
        print(f"\n{path.name}: {len(documents)} documents, {sentences} sentences, {names} names")
        show_scores(documents)
        show_speed(documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
