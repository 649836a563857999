from pathlib import Path

from pipeline.report import data_dictionary
from pipeline.report.tables import CHANGES, TABLES

README = Path(__file__).parents[2] / "output" / "README.md"


def test_the_page_in_output_is_up_to_date() -> None:
    """If not: python -c "from pipeline.report import data_dictionary as d; print(d(), end='')" > output/README.md."""
    assert README.read_text(encoding="utf-8") == data_dictionary()


def test_it_explains_every_column() -> None:
    text = data_dictionary()
    for table in (*TABLES, CHANGES):
        section = text.partition(f"## {table.name}.csv")[2].partition("\n## ")[0]
        assert all(f"| `{column.name}` |" in section and column.meaning in section for column in table.columns)
