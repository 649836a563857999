"""Write the generated pairs.

    python -m training.relation.generate NLI

NLI is the folder with train/*.jsonl.gz. Writes training/relation/build/generated.jsonl, the same each time.
"""

import argparse
import json
from pathlib import Path

from training.relation.generate.edits import edit_pairs
from training.relation.generate.frames import frame_pairs
from training.relation.pairs import GENERATED, LABELS, SEED

FRAMES, EDITS = 30_000, 25_000  # pairs of either kind: what the second pass has time for


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nli", type=Path)
    train = parser.parse_args().nli / "train"
    GENERATED.parent.mkdir(exist_ok=True)
    with GENERATED.open("w", encoding="utf-8") as file:
        for pair in [*frame_pairs(SEED, FRAMES), *edit_pairs(train, SEED, EDITS)]:
            row = {"premise": pair.premise, "hypothesis": pair.hypothesis, "label": LABELS[pair.label]}
            file.write(json.dumps(row | {"source": pair.source}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
