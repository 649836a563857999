"""Containers whose bytes can be read in a table of cases."""

import re
import tomllib
from dataclasses import replace

import pytest

from pipeline.errors import Reject
from pipeline.extract.unpack import Container
from pipeline.extract.unpack.of_csv import CONTAINER as CSV
from pipeline.extract.unpack.of_email import CONTAINER as EMAIL
from pipeline.extract.unpack.of_jsonl import CONTAINER as JSONL
from pipeline.extract.unpack.of_mhtml import CONTAINER as MHTML
from pipeline.extract.unpack.opening import is_packed, unpack
from pipeline.records import Document, Metadata
from pipeline.settings import USUAL_COLUMNS
from tests.tables import CASES, Case

CONTAINERS = {"email": EMAIL, "mhtml": MHTML, "jsonl": JSONL, "csv": CSV}
TABLES = {name: tomllib.loads((CASES / "unpack" / f"{name}.toml").read_text("utf-8")) for name in CONTAINERS}


def rows(key: str) -> list[object]:
    """The rows of all tables with the container that they are about."""
    return [
        pytest.param(CONTAINERS[name], row, id=f"{name}: {row.get('why') or repr(row['head'][:40])}")
        for name, table in TABLES.items()
        for row in table.get(key, ())
    ]


def document(container: Container, case: Case) -> Document:
    return Document("a" + container.suffixes[0], "f00", case["content"].encode())


def shown(path: str) -> str:
    """A path without the name of the file, and with its hash by name."""
    return re.sub(r"[0-9a-f]{12}$", "HASH", re.sub(r"^a\.\w+", "", path))


@pytest.mark.parametrize(("container", "case"), rows("case"))
def test_what_is_in_it(container: Container, case: Case) -> None:
    columns = replace(USUAL_COLUMNS, **{name: tuple(names) for name, names in case.get("columns", {}).items()})
    packed = document(container, case)
    assert is_packed(packed)
    if "refused" in case:
        with pytest.raises(Reject) as caught:
            unpack(packed, columns)
        assert caught.value.code == case["refused"]
        assert caught.value.hint
        return
    opened = unpack(packed, columns)
    assert [
        {
            "path": shown(found.path),
            "content": found.content,
            "ending": found.envelope.ending,
            "charset": found.envelope.charset,
            "stated": found.envelope.stated,
            "assumed": found.envelope.assumed,
        }
        for found in opened.documents
    ] == [
        {
            "path": wanted["path"],
            "content": wanted["content"].encode(wanted.get("charset", "utf-8")),
            "ending": wanted.get("ending", ".txt"),
            "charset": wanted.get("charset", "utf-8" if container in {JSONL, CSV} else ""),
            "stated": Metadata(**wanted.get("stated", {})),
            "assumed": Metadata(**wanted.get("assumed", {})),
        }
        for wanted in case.get("documents", ())
    ]
    assert [{"path": shown(row.path), "code": row.code} for row in opened.rejects] == case.get("rejects", [])
    paths = [found.path for found in (*opened.documents, *opened.rejects)]
    assert len(set(paths)) == len(paths)
    assert all(row.message and row.hint for row in opened.rejects)


@pytest.mark.parametrize(("container", "row"), rows("recognised"))
def test_recognised(container: Container, row: Case) -> None:
    assert container.recognises(row["head"].encode()) is row["is"]
