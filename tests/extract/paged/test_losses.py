"""What a document loses on the way is told of, and sound ones are left alone."""

import tomllib
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_docx import extract_docx
from pipeline.extract.from_odt import extract_odt
from pipeline.extract.from_rtf import extract_rtf
from pipeline.records import Document
from tests.extract import test_from_docx, test_from_odt
from tests.extract.html.test_losses import LOST, PROSE

TABLE = Path(__file__).parents[2] / "cases" / "extract" / "paged_losses.toml"
CASES = [(kind, case) for kind, cases in tomllib.loads(TABLE.read_text(encoding="utf-8")).items() for case in cases]
MAKE = {
    "rtf": (str.encode, extract_rtf),
    "docx": (lambda body: test_from_docx.packed(test_from_docx.parts_of(body)), extract_docx),
    "odt": (lambda body: test_from_odt.packed(test_from_odt.parts_of(body)), extract_odt),
}


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['name']}" for kind, case in CASES])
def test_losses(kind: str, case: dict[str, str]) -> None:
    make, extract = MAKE[kind]
    content = make(case["content"].replace("PROSE", PROSE).replace("LOST", LOST))
    try:
        became = "".join(extract(Document(f"a.{kind}", "", content)).warnings)
    except Reject as refusal:
        became = "refused" if refusal.code == "text_lost" else refusal.code
    assert became == case["became"]
