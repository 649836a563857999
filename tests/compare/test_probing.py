"""Probes: tests/cases/compare/probing.toml."""

import pytest

from pipeline.compare.probing import probes_of
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/probing"))
def test_probes(case: Case, runner: Runner) -> None:
    (pair,) = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    found = probes_of(pair)
    assert [[probe.kind, *probe.texts] for probe in found] == case["probes"]
    turned = [[probe.kind, *reversed(probe.texts)] for probe in probes_of(exchanged(pair))]
    assert turned == case["probes"]
