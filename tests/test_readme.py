"""The README's examples give what it says, on the tables of the sample articles."""

import doctest
import re
from pathlib import Path

import pytest

from tests.docs.page import links, named
from tests.docs.vocabulary import is_known

PROJECT = Path(__file__).parents[1]


def test_examples(sample_output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_output.parent)
    failed, tried = doctest.testfile(str(PROJECT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried > 0
    assert failed == 0


def test_quotations_stand_in_raw() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    texts = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "raw").iterdir())
    quotations = [
        " ".join(quotation.split("\n> "))
        for quotation in re.findall(r"^> ([^\n]+(?:\n> [^\n]+)*)", readme, re.MULTILINE)
    ]
    assert quotations
    assert [quotation for quotation in quotations if quotation not in texts] == []


def test_make_targets_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = {word for line in re.findall(r"^([a-z ]+):", makefile, re.MULTILINE) for word in line.split()}
    named = set(re.findall(r"`?make ([a-z]+)", (PROJECT / "README.md").read_text(encoding="utf-8")))
    assert named <= targets


def test_links_lead_somewhere() -> None:
    paths = [link.partition("#")[0] for link in links(PROJECT / "README.md") if not link.startswith("https://")]
    assert {"docs/walk.md", "docs/names.md"} <= set(paths)
    assert [path for path in paths if not (PROJECT / path).exists()] == []


def test_commands_and_options_exist() -> None:
    """Whatever begins with `tellings` or a dash."""
    said = [name for name in named(PROJECT / "README.md") if name.startswith(("tellings ", "-"))]
    assert "tellings diff OLD NEW" in said
    assert [name for name in said if not is_known(name, PROJECT / "README.md")] == []
