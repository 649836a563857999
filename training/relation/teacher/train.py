"""The teacher's training: one pass over its lessons, the rate going down to nothing."""

import random
import time
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.relation.batching import full_batches
from training.relation.learnt import SMOOTHING
from training.relation.pairs import SEED, UNKNOWN
from training.relation.teacher.lessons import Lesson
from training.relation.teacher.model import MAX_TOKENS, SIZES, Encoded, Teacher, encode, padded

LENGTHS = (24, 32, 40, 48, 56, 64, 80, 104, MAX_TOKENS)  # of the batches
TOKENS = 1_280  # in a batch: 40 pairs of 32 tokens, 16 of 80
RATE, WARM_UP, DECAY = 4e-5, 100, 0.01
HEAD = 3  # times the rate, for what starts from nothing
WEIGHTS = (0.5, 0.5, 1.0)  # of its answers in the loss

Batch = tuple[int, list[tuple[Encoded, Lesson]]]


def batches(tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> list[Batch]:
    """The lessons in full batches of like length, in a random order."""
    rows = zip(encode(tokenizer, [(lesson.a, lesson.b) for lesson in lessons]), lessons, strict=True)
    return full_batches(rows, lambda row: len(row[0][0]), LENGTHS, TOKENS, random.Random(SEED))


def loss_of(logits: Tensor, lessons: Sequence[Lesson]) -> Tensor:
    """The weighted sum of the losses of the three answers, over what is known."""
    loss = torch.zeros(())
    known = torch.tensor([lesson.known for lesson in lessons])
    for part, right, weight in zip(logits.split(SIZES, dim=-1), known.T, WEIGHTS, strict=True):
        wrong = functional.cross_entropy(part, right, ignore_index=UNKNOWN, label_smoothing=SMOOTHING, reduction="sum")
        loss = loss + weight * wrong / len(lessons)
    return loss


def train(model: Teacher, made: Sequence[Batch]) -> None:
    """One pass, with its progress printed."""
    head = model.head()
    body = [part for part in model.layers.parameters() if part.requires_grad]
    groups = [{"params": body}, {"params": head}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    began, seen, losses = time.monotonic(), 0, 0.0
    model.train()
    for step, (length, rows) in enumerate(made):
        rate = RATE * min(1.0, (step + 1) / WARM_UP) * (1 - step / len(made))
        for group, times in zip(optimiser.param_groups, (1, HEAD), strict=True):
            group["lr"] = times * rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*padded([row for row, _ in rows], length))
        loss = loss_of(logits.float(), [lesson for _, lesson in rows])
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *head], 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen, losses = seen + len(rows), losses + loss.item()
        if (step + 1) % 50 == 0:
            pace = seen / (time.monotonic() - began)
            print(f"step {step + 1}/{len(made)} loss {losses / 50:.3f} {pace:.1f} pairs/s", flush=True)
            losses = 0.0
