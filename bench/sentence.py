"""The sentence model on the STS benchmark: how well its cosines order pairs by likeness, and how fast it is.

    python bench/sentence.py [--data DIR] [--float FILE]

Data: DIR/stsb.jsonl.gz, the test split of the STS benchmark (Cer et al., SemEval-2017 task 1), which no threshold was
chosen on. The float model that the shipped one was made from stands beside it once it has been exported.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from pipeline.compare.embedding import MAX_TOKENS, sentence_model
from pipeline.onnx import MODELS

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "nli" / "dev"
FLOAT = ROOT / "training" / "sentence" / "build" / "float.onnx"
ROUNDS = 3  # the fastest counts: the others were disturbed

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class Pairs:
    """Sentence i of `first` and of `second` are alike to the degree `likeness[i]`, 0 to 5."""

    first: list[str]
    second: list[str]
    likeness: NDArray[np.float64]


def read(path: Path) -> Pairs:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["split"] == "test"]
    likeness = np.array([float(row["label"]) for row in rows])
    return Pairs([row["premise"] for row in rows], [row["hypothesis"] for row in rows], likeness)


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each value's place in order; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[inverse]


def spearman(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def float_embed(path: Path) -> Embed:
    """The float model, run as the shipped one is: one sentence at a time in one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(MODELS / "sentence" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)

    def embed(texts: Sequence[str]) -> Vectors:
        ids = [np.array([tokenizer.encode(text).ids], dtype=np.int64) for text in texts]
        rows = [session.run(None, {"input_ids": row, "attention_mask": np.ones_like(row)})[0] for row in ids]
        return np.concatenate(rows)

    return embed


def measure(embed: Embed, pairs: Pairs) -> tuple[float, float]:
    """Spearman's correlation, and processor seconds for all distinct sentences."""
    texts = sorted({*pairs.first, *pairs.second})
    fastest = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        rows = embed(texts)
        fastest = min(fastest, process_time() - start)
    vectors = dict(zip(texts, rows.astype(np.float64), strict=True))
    cosines = [vectors[a] @ vectors[b] for a, b in zip(pairs.first, pairs.second, strict=True)]
    return spearman(np.array(cosines), pairs.likeness), fastest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    parser.add_argument("--float", type=Path, default=FLOAT, metavar="FILE", dest="float_model")
    arguments = parser.parse_args()
    path: Path = arguments.data / "stsb.jsonl.gz"
    if not path.exists():
        sys.exit(f"There is no {path}. Name the folder that holds stsb.jsonl.gz with --data.")
    pairs = read(path)
    print(f"STS benchmark, test: {len(pairs.likeness)} pairs, one sentence at a time, one thread")
    print(f"{'model':14} {'MB':>6} {'Spearman':>9} {'speed':>6}")
    ours, seconds = measure(sentence_model().embed, pairs)
    shipped = f"{'int8, shipped':14} {(MODELS / 'sentence' / 'model.onnx').stat().st_size / 1e6:6.1f} {ours:9.4f}"
    if arguments.float_model.exists():
        theirs, reference = measure(float_embed(arguments.float_model), pairs)
        print(f"{shipped} {reference / seconds:5.1f}x")
        print(f"{'float':14} {arguments.float_model.stat().st_size / 1e6:6.1f} {theirs:9.4f} {1:5.1f}x")
    else:
        print(f"{shipped}      -")
        print(f"{'float':14} not here: training/sentence/README.md says how to export it")


if __name__ == "__main__":
    main()
