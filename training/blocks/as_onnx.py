"""Boosted trees of scikit-learn as an ONNX graph, so that a run needs neither scikit-learn nor a pickle.

The converters that there are do not know the current version of either.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from onnx import TensorProto, checker, helper
from sklearn.ensemble import HistGradientBoostingClassifier

from pipeline.extract.html.blocks.model import COLUMNS

OPSETS = (("", 18), ("ai.onnx.ml", 3))
IR_VERSION = 9


def _tree(nodes: Any, tree: int, given: dict[str, list[Any]]) -> None:
    """Add one tree's nodes; the values of the leaves that a row comes to are summed."""
    for i, node in enumerate(nodes):
        leaf = bool(node["is_leaf"])
        given["nodes_treeids"].append(tree)
        given["nodes_nodeids"].append(i)
        given["nodes_featureids"].append(0 if leaf else int(node["feature_idx"]))
        given["nodes_values"].append(0.0 if leaf else float(node["num_threshold"]))
        given["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
        given["nodes_truenodeids"].append(0 if leaf else int(node["left"]))
        given["nodes_falsenodeids"].append(0 if leaf else int(node["right"]))
        if leaf:
            given["target_treeids"].append(tree)
            given["target_nodeids"].append(i)
            given["target_ids"].append(0)
            given["target_weights"].append(float(node["value"]))


def as_onnx(model: HistGradientBoostingClassifier, columns: Sequence[str]) -> bytes:
    """A graph with the input `blocks`, float32 of shape (rows, columns), and the output `chances`, (rows, 1).

    The names of the columns go with it, so that no other table is read by it.
    """
    given: dict[str, list[Any]] = defaultdict(list)
    trees: Sequence[Any] = [of_round[0] for of_round in model._predictors]  # noqa: SLF001 - the trees are not public
    for i, tree in enumerate(trees):
        _tree(tree.nodes, i, given)
    ensemble = helper.make_node(
        "TreeEnsembleRegressor",
        ["blocks"],
        ["logits"],
        domain="ai.onnx.ml",
        base_values=[float(model._baseline_prediction.item())],  # noqa: SLF001 - as above
        n_targets=1,
        post_transform="NONE",
        **given,
    )
    graph = helper.make_graph(
        [ensemble, helper.make_node("Sigmoid", ["logits"], ["chances"])],
        "blocks",
        [helper.make_tensor_value_info("blocks", TensorProto.FLOAT, [None, len(columns)])],
        [helper.make_tensor_value_info("chances", TensorProto.FLOAT, [None, 1])],
    )
    made = helper.make_model(
        graph, opset_imports=[helper.make_opsetid(*opset) for opset in OPSETS], ir_version=IR_VERSION
    )
    helper.set_model_props(made, {COLUMNS: "\n".join(columns)})
    checker.check_model(made)
    return bytes(made.SerializeToString())
