"""Make the block models.

    python -m training.blocks.train [FOLDER]

It fits to the train part of the pages, writes pipeline/models/blocks, and reports on the dev part, which is other
domains and takes no part in anything here.

Gradient-boosted trees (Friedman 2001; histograms as in LightGBM, Ke et al. 2017), shallow and many, as each page is a
few hundred rows that are much alike. A row counts as the root of its words, so that neither long paragraphs nor the
many labels of a menu decide alone, and long pages count less than their length.
"""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from pipeline.extract.html.blocks.choice import best_set
from pipeline.extract.html.blocks.model import FOLDER
from training.blocks.as_onnx import as_onnx
from training.blocks.data import DEFAULT, Example, example, pages

TREES = {
    "max_iter": 250,
    "learning_rate": 0.05,
    "max_leaf_nodes": 15,
    "min_samples_leaf": 40,
    "l2_regularization": 10,
    "max_features": 0.4,
    "early_stopping": False,
    "random_state": 0,
}


def weights(made: Example) -> NDArray[np.float64]:
    """How much each block of a page counts."""
    of_page = 1000 / (made.words.sum() + 200)
    weighed: NDArray[np.float64] = np.sqrt((made.words + 1) * of_page)
    return weighed


def fit(examples: Sequence[Example], table: str) -> HistGradientBoostingClassifier:
    """Trees fitted to one of the tables of the examples."""
    rows = np.vstack([getattr(made, table).rows for made in examples])
    labels = np.concatenate([made.labels for made in examples])
    return HistGradientBoostingClassifier(**TREES).fit(rows, labels, np.concatenate(list(map(weights, examples))))


def word_f1(model: HistGradientBoostingClassifier, made: Example, table: str) -> float:
    """How well the choice by `model` meets the labels, by words."""
    chances = model.predict_proba(getattr(made, table).rows)[:, 1]
    kept = sorted(best_set(chances, made.words)[0])
    right = made.words[kept][made.labels[kept]].sum()
    return float(2 * right / max(made.words[kept].sum() + made.words[made.labels].sum(), 1))


def main() -> None:
    """See the top of the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    examples = [made for page in pages(parser.parse_args().folder) if (made := example(page))]
    train = [made for made in examples if not made.page.is_dev]
    dev = [made for made in examples if made.page.is_dev]
    print(f"WCXB's development articles: {len(train)} pages to fit to, {len(dev)} of other domains to report on")
    FOLDER.mkdir(exist_ok=True)
    with threadpool_limits(1):  # the threads of the trees wait for each other in a loop where cores are shared
        for table in ("alone", "with_opinion"):
            model = fit(train, table)
            content = as_onnx(model, getattr(examples[0], table).columns)
            (FOLDER / f"{table}.onnx").write_bytes(content)
            score = np.mean([word_f1(model, made, table) for made in dev])
            print(f"  {table:12} word F1 against the labels {score:.4f}, SHA-256 {sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
