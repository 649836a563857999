"""docs/reference.md is what the code says."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.errors import Exit
from pipeline.plan import Plan
from pipeline.reasons import reasons
from pipeline.records import Rejected
from pipeline.reference import reference
from pipeline.report.differences import Cell, Difference
from pipeline.settings import Columns, Settings
from pipeline.summary import Dispute, Side, Summary, Warned

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"


def test_the_page_is_up_to_date() -> None:
    """If not: python -c "from pipeline.reference import reference as r; print(r(), end='')" > docs/reference.md."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_setting_is_there() -> None:
    named = re.findall(r"^\| `([a-z_.]+)` \|", reference().partition("## What")[0], re.MULTILINE)
    columns = [f"columns.{field.name}" for field in fields(Columns)]
    assert named == [
        *(field.name for field in fields(Settings) if field.name not in {"columns", "judgements"}),
        *columns,
    ]


@pytest.mark.parametrize("kind", [Settings, Summary, Dispute, Side, Warned, Rejected, Plan, Difference, Cell])
def test_every_field_has_its_reason_beside_it(kind: type) -> None:
    why = reasons(kind)
    assert list(why) == [field.name for field in fields(kind)]  # type: ignore[arg-type] - each is a dataclass
    assert [name for name, reason in why.items() if not reason] == []


def test_every_exit_code_is_there() -> None:
    codes = re.findall(r"^\| (\d+) \|", reference(), re.MULTILINE)
    assert codes == [str(code.value) for code in Exit]
