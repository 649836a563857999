"""The teacher: MPNet reads two claims at once, and says what each says of the other and what the two are to each other.

It is five times the size of what is shipped, and learns more from each pair.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load, load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.minilm import norm
from training.mpnet import END, EPSILON, FIRST_PLACE, LAYERS, PADDING, START, WIDTH, Layer, distances
from training.relation.pairs import LABELS, RELATIONS

MAX_TOKENS = 150
FROZEN = 4  # of the layers, the lowest: what they know is of words, and a third of the time is saved
SIZES = (len(LABELS), len(LABELS), len(RELATIONS))  # of its answers: of the second by the first, the other way, of both
TOGETHER = 64  # pairs read at once where it only tells

Numbers = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Encoded = tuple[list[int], list[int]]  # a pair's tokens, and of each to which claim it belongs, 0 or 1


class Teacher(nn.Module):
    """(tokens, claims), int64 of shape (batch, length), to logits of shape (batch, sum(SIZES)).

    `claims` is -1 past the end. The words, their places and the lowest layers stay as they were published.
    """

    def __init__(self, source: dict[str, bytes]) -> None:
        super().__init__()
        weights = load(source["model.safetensors"])
        self.words = nn.Buffer(weights["embeddings.word_embeddings.weight"], persistent=False)
        places = weights["embeddings.position_embeddings.weight"][FIRST_PLACE : FIRST_PLACE + MAX_TOKENS]
        self.places = nn.Buffer(places.clone(), persistent=False)
        self.norm = norm(weights, "embeddings.LayerNorm", EPSILON).requires_grad_(requires_grad=False)
        self.apart = nn.Buffer(weights["encoder.relative_attention_bias.weight"], persistent=False)
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{number}") for number in range(LAYERS))
        self.layers[:FROZEN].requires_grad_(requires_grad=False)
        self.mix = nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, sum(SIZES))
        self.drop = nn.Dropout(0.1)

    def forward(self, tokens: Tensor, claims: Tensor) -> Tensor:
        length = tokens.shape[1]
        x = self.norm(functional.embedding(tokens, self.words) + self.places[:length])
        bias = functional.embedding(distances(length), self.apart).permute(2, 0, 1)[None]
        bias = bias + (claims < 0)[:, None, None, :].float() * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        means = [
            (x * of[:, :, None]).sum(dim=1) / of.sum(dim=1, keepdim=True)
            for of in ((claims == 0).float(), (claims == 1).float())
        ]
        logits: Tensor = self.out(self.drop(torch.tanh(self.mix(torch.cat([x[:, 0], *means], dim=-1)))))
        return logits

    def head(self) -> list[nn.Parameter]:
        """What starts from nothing."""
        return [*self.mix.parameters(), *self.out.parameters()]


def save(model: Teacher, path: Path) -> None:
    """In 16 bits, which is what it is trained in."""
    save_file({name: part.to(torch.bfloat16).contiguous() for name, part in model.state_dict().items()}, path)


def read(source: dict[str, bytes], path: Path) -> Teacher:
    """The model that `save` wrote."""
    model = Teacher(source)
    model.load_state_dict({name: part.float() for name, part in load_file(path).items()})
    return model


def tokenizer_of(source: dict[str, bytes]) -> Tokenizer:
    tokenizer = Tokenizer.from_str(source["tokenizer.json"].decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> list[Encoded]:
    """Each pair; of one that is too long the longer claim loses its end."""
    sides = (tokenizer.encode_batch(list(texts), add_special_tokens=False) for texts in zip(*pairs, strict=True))
    return [_joined(list(one.ids), list(other.ids)) for one, other in zip(*sides, strict=True)]


def _joined(one: list[int], other: list[int]) -> Encoded:
    while len(one) + len(other) > MAX_TOKENS - 4:
        max(other, one, key=len).pop()
    first, second = [START, *one, END], [END, *other, END]
    return first + second, [0] * len(first) + [1] * len(second)


def padded(rows: Sequence[Encoded], length: int) -> tuple[Tensor, Tensor]:
    def filled(part: int, value: int) -> Tensor:
        return torch.tensor([row[part] + [value] * (length - len(row[part])) for row in rows])

    return filled(0, PADDING), filled(1, -1)


def told(model: Teacher, tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> Numbers:
    """The probabilities of each pair, of shape (pairs, sum(SIZES))."""
    rows = encode(tokenizer, pairs)
    order = sorted(range(len(rows)), key=lambda number: len(rows[number][0]))
    answers = np.zeros((len(rows), sum(SIZES)))
    model.eval()
    for at in range(0, len(order), TOGETHER):
        some = order[at : at + TOGETHER]
        longest = max(len(rows[number][0]) for number in some)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*padded([rows[number] for number in some], longest)).float()
        answers[some] = torch.cat([part.softmax(dim=-1) for part in logits.split(SIZES, dim=-1)], dim=-1).numpy()
    return answers
