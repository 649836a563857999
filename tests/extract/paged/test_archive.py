"""What a zip file may unpack to, and how far it is unpacked before that is known."""

import io
import struct
import zipfile
from collections.abc import Sequence

import pytest

from pipeline.errors import Reject
from pipeline.extract.paged import archive
from pipeline.extract.paged.archive import Archive


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as written:
        for name, text in parts.items():
            written.writestr(name, text)
    return content.getvalue()


def lying(content: bytes, size: int) -> bytes:
    """The same archive, declaring another size of its only part, in both places."""
    central = content.index(b"PK\x01\x02")
    return (
        content[:22]
        + struct.pack("<I", size)
        + content[26 : central + 24]
        + struct.pack("<I", size)
        + content[central + 28 :]
    )


def read_all(content: bytes, names: Sequence[str]) -> None:
    opened = Archive(content)
    for name in names:
        opened.read(name)


def rejected(content: bytes, *names: str) -> str:
    with pytest.raises(Reject) as caught:
        read_all(content, names)
    assert caught.value.hint
    return caught.value.code


def test_parts():
    opened = Archive(packed({"b": b"two", "a": b"one"}))
    assert opened.names() == ("a", "b")
    assert (opened.read("a"), opened.read("c")) == (b"one", None)


def test_what_packs_well_is_read_while_it_is_small():
    small = b" " * (archive.GROWS_FREELY - 1)
    assert Archive(packed({"a": small})).read("a") == small


def test_a_bomb_that_says_so():
    assert rejected(packed({"a": bytes(4 * archive.GROWS_FREELY)}), "a") == "too_large"


def test_a_bomb_that_lies():
    assert rejected(lying(packed({"a": bytes(4 * archive.GROWS_FREELY)}), 5), "a") == "broken"


def test_all_parts_together(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 25)
    content = packed({"a": b"x" * 10, "b": b"y" * 10, "c": b"z" * 10})
    assert Archive(content).read("c") == b"z" * 10
    assert rejected(content, "a", "b", "c") == "too_large"


def test_too_many_parts():
    assert rejected(packed({str(i): b"" for i in range(archive.MOST_MEMBERS + 1)})) == "too_large"


def test_a_part_with_a_password():
    content = bytearray(packed({"a": b"one"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert rejected(bytes(content), "a") == "encrypted"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(10), b"x" * 100])
def test_no_archive(content):
    assert rejected(content) == "broken"


def test_a_damaged_part():
    content = bytearray(packed({"a": b"some words of a part" * 20}))
    content[35] ^= 0xFF
    assert rejected(bytes(content), "a") == "broken"


def test_a_way_of_packing_that_is_unknown():
    content = bytearray(packed({"a": b"one"}))
    content[8] = 99
    content[content.index(b"PK\x01\x02") + 10] = 99
    assert rejected(bytes(content), "a") == "broken"


def test_a_part_that_is_there_twice():
    content = io.BytesIO(packed({"a": b"one"}))
    with zipfile.ZipFile(content, "a") as twice, pytest.warns(UserWarning, match="Duplicate name"):
        twice.writestr("a", b"two")
    assert rejected(content.getvalue()) == "broken"
