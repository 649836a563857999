"""The relation model: MiniLM reads two texts at once and says whether the first entails or contradicts the second.

Method: Wang et al., MiniLM (NeurIPS 2020); pairs in one sequence as in Devlin et al., BERT (NAACL 2019).
"""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from training.minilm import LAYERS, WIDTH, Layer, WordTable, norm, weights_of
from training.relation.pairs import LABELS, RELATIONS

MAX_TOKENS = 128


class RelationModel(nn.Module):
    """(ids, types, mask), all int64 of shape (batch, length), to logits of shape (batch, 7): LABELS, then RELATIONS.

    The word table is frozen: it holds half of the weights, learns little from this few pairs, and costs most of an
    optimiser's step.
    """

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.words = WordTable(weights["embeddings.word_embeddings.weight"], quantised=False)
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"][:MAX_TOKENS].clone())
        self.types = nn.Parameter(weights["embeddings.token_type_embeddings.weight"].clone())
        self.norm = norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{n}") for n in range(LAYERS))
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, len(LABELS) + len(RELATIONS))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        real = mask.float()
        bias = (1 - real)[:, None, None, :] * -1e4
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]] + functional.embedding(types, self.types))
        for layer in self.layers:
            x = layer(x, bias)
        # The first token for the pair as one, the mean for what every word adds.
        mean = (x * real[:, :, None]).sum(dim=1) / real.sum(dim=1, keepdim=True)
        # As a sequence of one, so that the exporter makes the same kind of product of it as of the layers'.
        both = torch.cat([x[:, 0], mean], dim=-1)[:, None, :]
        logits: Tensor = self.out(torch.tanh(self.mix(both)))[:, 0]
        return logits


def save(model: RelationModel, path: Path) -> None:
    """Everything but the word table, which is as it was published."""
    save_file({name: part for name, part in model.state_dict().items() if not name.startswith("words.")}, path)


def load(source: dict[str, bytes], path: Path | None = None) -> RelationModel:
    """The model with the published weights, or with those that `save` wrote."""
    model = RelationModel(weights_of(source))
    if path:
        model.load_state_dict(_widened(load_file(path), model), strict=False)
    return model


def _widened(parts: dict[str, Tensor], model: RelationModel) -> dict[str, Tensor]:
    """The weights of a pass before the model told relations, with what it starts from for those."""
    for name in ("out.weight", "out.bias"):
        new = dict(model.named_parameters())[name].detach()
        parts[name] = torch.cat([parts[name], new[len(parts[name]) :]])
    return parts
