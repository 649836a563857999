"""Gather the examples with their signals, once, for fit.py to read.

    python -m training.decision.gather [RELATION_MODEL]

Writes training/decision/build/examples.jsonl. RELATION_MODEL is the folder of another entailment model.
"""

import argparse
import json
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from training.decision.examples import drawn_examples, row_examples, strange_examples, unseen_drawn, unseen_rows

BUILD = Path(__file__).parent / "build"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relation_model", nargs="?", default="")
    settings = Settings(relation_model=parser.parse_args().relation_model)
    BUILD.mkdir(exist_ok=True)
    with Store(BUILD) as store, (BUILD / "examples.jsonl").open("w", encoding="utf-8") as file:
        runner = Runner(settings, store, here=True)
        drawn, rows = unseen_drawn(), unseen_rows()
        for example in chain(
            *(drawn_examples(story, pairs, runner) for story, pairs in drawn.items()),
            strange_examples(drawn, runner),
            *(row_examples(story, pairs, runner) for story, pairs in rows.items()),
        ):
            file.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
