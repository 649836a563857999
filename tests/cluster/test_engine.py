"""Engines by name, and what to install for one that is not there."""

import sys

import pytest

from pipeline.cluster.engine import engine_named
from pipeline.errors import Stop


def test_an_unknown_engine_stops() -> None:
    with pytest.raises(Stop, match="The engines are dask"):
        engine_named("rya")


@pytest.mark.parametrize("package", ["dask", "distributed"])
def test_an_engine_that_is_not_installed_says_how_to(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pipeline.cluster.with_dask", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Stop, match=rf"{package}.*not installed.*pip install '\.\[cluster\]'"):
        engine_named("dask")
