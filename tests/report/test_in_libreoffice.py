"""The tables opened by LibreOffice itself, cell by cell. Skipped where its spreadsheet is not installed."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from pipeline.records import Result
from pipeline.report import as_csv, as_xlsx
from pipeline.report.cells import cut, joined, shown
from pipeline.report.tables import TABLES

SOFFICE = shutil.which("soffice")
# Comma, double quote, UTF-8, from the first row, each of 40 columns as text: what a careful person clicks.
AS_TEXT = "CSV:44,34,76,1," + "/".join(f"{column}/2" for column in range(1, 41))
# The same without the columns, cells as they are shown, every sheet in a file of its own.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

TITLE = '=HYPERLINK("http://example.org";"y")\r\n@second line, with "quotes"; and\ttab'
BURNED = "+44 homes: \uff1d1+1, 007, 1e5, 1962-10, \u201cso\u201d, Z\u00fcrich \U0001f600"
EXPLANATION = "\t-1" + "x" * 40_000


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Converts files into the folder `out` beside them, in a profile of its own."""
    profile = tmp_path_factory.mktemp("profile")

    def convert(folder: Path, pattern: str, into: str, *options: str) -> None:
        if not SOFFICE:
            pytest.skip("LibreOffice (soffice) is not installed")
        (folder / "probe.csv").write_text("a\r\n1\r\n", encoding="ascii")
        words = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", into, *options]
        files = [str(path) for path in sorted([folder / "probe.csv", *folder.glob(pattern)])]
        done = subprocess.run([*words, "--outdir", str(folder / "out"), *files], capture_output=True, check=True)
        if not list((folder / "out").glob("probe*")):
            pytest.skip(f"LibreOffice has no spreadsheet (Calc) here: {done.stderr.decode()[-200:]}")

    return convert


@pytest.fixture
def hostile(make_result: Callable[..., Result]) -> Result:
    return make_result(title=TITLE, burned=BURNED, explanation=EXPLANATION)


def test_csv_files_open_right(office: Callable[..., None], hostile: Result, tmp_path: Path) -> None:
    files = dict(as_csv.WRITER.write(hostile, None))
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    office(tmp_path, "*.csv", "xlsx", f"--infilter={AS_TEXT}")
    for name, content in files.items():
        written = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
        sheet = openpyxl.load_workbook(tmp_path / "out" / Path(name).with_suffix(".xlsx")).active
        assert [[cell.value or "" for cell in row] for row in sheet.iter_rows()] == written
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_the_workbook_opens_right(office: Callable[..., None], hostile: Result, tmp_path: Path) -> None:
    for name, content in as_xlsx.WRITER.write(hostile, None):
        (tmp_path / name).write_bytes(content)
    office(tmp_path, "*.xlsx", EVERY_SHEET)
    for table in TABLES:
        opened = (tmp_path / "out" / f"tellings-{table.name}.csv").read_text(encoding="utf-8")
        _, *rows = csv.reader(StringIO(opened, newline=""))
        kept = [[cut(shown(str(joined(cell)))) for cell in row] for row in table.rows(hostile)]
        assert [[cell.replace("\r\n", "\n") for cell in row] for row in rows] == kept
