"""What a run's own process and its workers need not load: it takes longer than most of what they import."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.compare.judging", "pipeline.tag.articles"])
def test_only_who_reads_an_article_loads_spacy(module: str) -> None:
    loaded = f"import sys, {module}; print('spacy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True) == "False\n"


def test_parquet_is_written_without_pandas() -> None:
    written = (
        "import sys; from pipeline.records import Comparison, Result; from pipeline.report.as_parquet import WRITER;"
        "list(WRITER.write(Result((), (), Comparison((), (), ()), ()), None)); print('pandas' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", written], text=True) == "False\n"
