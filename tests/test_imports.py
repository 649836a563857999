"""What a run's own process and its workers need not load: it would take them longer than all else that they import."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.compare.judging", "pipeline.tag.articles"])
def test_only_who_reads_an_article_loads_spacy(module: str) -> None:
    loaded = f"import sys, {module}; print('spacy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True) == "False\n"
