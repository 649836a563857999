"""The data dictionary: `output/README.md`, made from the schema."""

from collections.abc import Iterator

from pipeline.report.schema import Table
from pipeline.report.tables import CHANGES, TABLES

_INTRODUCTION = """\
# What is in this folder

Everything here but this page is written by a run, all of it at once. Files that you put here yourself stay.

| file | what it is |
| --- | --- |
{files}

## How the tables are written

- CSV: UTF-8 with a byte order mark, comma, a header row, CRLF between rows and LF inside cells. They open as they are
  in a spreadsheet, in pandas (`pd.read_csv("claims.csv", keep_default_na=False)`) and in DuckDB.
- A list in a cell is joined with `;` (a `;` inside an item becomes `,`).
- A cell that a spreadsheet would run as a formula has an apostrophe in front. A cell is at most 32,000 characters, of
  which an emoji counts twice; a longer one is cut and ends in `…`. Control characters become `\\ufffd`.
- `tellings.xlsx` has the same cells without the apostrophe: it keeps text as text, and no cell in it is a formula or a
  link.
- The Parquet twins have the same rows and columns without these changes; a list is a list there.
- `start` and `end` count characters (Unicode code points, from 0, half open) of `text/ARTICLE_ID.txt`:
  `text[start:end]` is the quote.
- Ids are stable: they survive edits elsewhere in a file and the arrival of other articles.
- Everything except `run.json` and `changes.csv` is the same, byte for byte, for the same input.
"""

_FILES = (
    ("report.html", "The comparison on one page: disputed claims first, with the exact words side by side"),
    *((f"{table.name}.csv", table.meaning) for table in (*TABLES, CHANGES)),
    ("parquet/", "Parquet twins of the tables, typed and untouched; all but `changes`"),
    ("tellings.xlsx", "All tables but `changes` as one workbook, a sheet a table; `tellings run --xlsx` makes it"),
    ("comparison.json", "The same, nested: groups, their positions, their claims"),
    ("text/ARTICLE_ID.txt", "An article's text, which `start` and `end` point into"),
    ("datapackage.json", "Frictionless description of every CSV: types, keys, meaning"),
    ("run.json", "Version, settings, hashes of models and inputs, counts, timings"),
)


def _section(table: Table) -> Iterator[str]:
    yield f"\n## {table.name}.csv\n"
    yield f"{table.meaning} Its key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        refers = f" (`{column.refers}`)" if column.refers else ""
        yield f"| `{column.name}` | {column.type} | {column.meaning}{refers} |"
    if table.name == "coverage":
        yield "| `ARTICLE_ID` | string | One column for each article: what it says on the group |"


def data_dictionary() -> str:
    """Markdown: every file, and every column of every table."""
    files = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in _FILES)
    sections = "\n".join(line for table in (*TABLES, CHANGES) for line in _section(table))
    return _INTRODUCTION.format(files=files) + sections + "\n"
