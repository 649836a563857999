"""One input to its documents: out of gzip, under names that last, within limits."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.unpack import containers
from pipeline.extract.unpack.inflating import SMALL, Allowance
from pipeline.extract.unpack.opening import MOST_RECORDS, is_packed
from pipeline.records import Envelope
from tests.extract.unpack.reading import contents, document, opened, refusals

SAMPLES = Path(__file__).parent / "samples"
TEXT = b"The gate\n\nIt closes at six in the evening.\n"


def lines(*records: dict[str, object]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_containers_have_endings_of_their_own() -> None:
    endings = [suffix for container in containers() for suffix in container.suffixes]
    assert len(set(endings)) == len(endings)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in endings)


@pytest.mark.parametrize(
    ("path", "content", "packed"),
    [
        ("a.txt", TEXT, False),
        ("a.html", b"<!DOCTYPE html><p>It rained.</p>", False),
        ("a.txt", gzip.compress(TEXT), True),
        ("a.txt.gz", TEXT, False),  # it only says so
        ("A.CSV", b"text\nIt rained.\n", True),
        ("a.txt", b"WARC/1.0\r\n", True),
        ("a", lines({"text": "It rained."}), True),
    ],
)
def test_what_has_to_be_unpacked(path: str, content: bytes, packed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_packed(document(path, content)) is packed


@pytest.mark.parametrize(
    ("path", "ending"),
    [("a.html.gz", ".html"), ("a.TXT.GZ", ".txt"), ("a.gz", ".txt"), ("a.md", ".md"), ("b/a.htm.gz", ".htm")],
)
def test_a_compressed_file_is_its_own_article(path: str, ending: str) -> None:
    packed = document(path, gzip.compress(TEXT, mtime=0))
    inside = opened(path, packed.content)
    assert [(d.path, d.sha256, d.content, d.envelope) for d in inside.documents] == [
        (path, packed.sha256, TEXT, Envelope(ending))
    ]
    assert inside.rejects == ()


def test_a_compressed_container_is_opened_too() -> None:
    inside = opened("a.jsonl.gz", gzip.compress(lines({"id": "x", "text": "It rained."})))
    assert contents(inside) == {"a.jsonl.gz#x": b"It rained."}


def test_gzip_of_several_members_is_one_file() -> None:
    inside = opened("a.txt.gz", gzip.compress(b"It rained.\n") + gzip.compress(b"It snowed.\n") + bytes(8))
    assert contents(inside) == {"a.txt.gz": b"It rained.\nIt snowed.\n"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(gzip.compress(TEXT)), "nested"),
        (gzip.compress(TEXT)[:-9], "cut_off"),
        (gzip.compress(TEXT)[:-8] + bytes(8), "cut_off"),  # its checksum is wrong
        (gzip.compress(TEXT) + b"and more", "cut_off"),
        (gzip.compress(bytes(40_000_000)), "bomb"),
        (b"\x1f\x8b\x08", "cut_off"),
    ],
    ids=["twice", "cut off", "checksum", "something behind it", "bomb", "only its first bytes"],
)
def test_what_is_not_unpacked(content: bytes, code: str) -> None:
    with pytest.raises(Reject) as caught:
        opened("a.txt.gz", content)
    assert caught.value.code == code


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    allowance = Allowance(1000)
    with pytest.raises(Reject):
        allowance.gunzip(gzip.compress(bytes(50 * SMALL)))
    assert allowance.taken <= 3 * SMALL


def test_parts_share_one_allowance() -> None:
    part = gzip.compress(bytes(SMALL * 3 // 4))
    allowance = Allowance(1000)
    assert len(allowance.gunzip(part)) == SMALL * 3 // 4
    with pytest.raises(Reject):
        allowance.gunzip(part)


def test_too_many_records() -> None:
    many = lines(*({"text": f"It rained {i} millimetres."} for i in range(MOST_RECORDS)))
    assert len(opened("a.jsonl", many).documents) == MOST_RECORDS
    with pytest.raises(Reject) as caught:
        opened("a.jsonl", many + lines({"text": "It snowed."}))
    assert caught.value.code == "too_many"


def test_parts_that_are_nested_too_deep() -> None:
    head = b"From: a@example.org\nMIME-Version: 1.0\nMessage-ID: <a@b>\n"
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000))
    with pytest.raises(Reject) as caught:
        opened("a.eml", head + deep + b"Content-Type: text/plain\n\nIt rained.\n")
    assert caught.value.code == "nested"


RECORDS = st.lists(
    st.fixed_dictionaries(
        {"text": st.sampled_from(["It rained.", "It snowed.", "It froze.", ""])},
        optional={"id": st.sampled_from(["a", "b", "a~2", "#", " ", "\u2028"]), "url": st.just("https://x.example/a")},
    ),
    min_size=1,
    max_size=8,
)


@given(RECORDS)
def test_every_record_is_a_document_or_a_reject_under_a_name_of_its_own(records: list[dict[str, object]]) -> None:
    inside = opened("a.jsonl", lines(*records))
    paths = [found.path for found in (*inside.documents, *inside.rejects)]
    assert len(paths) == len(set(paths)) == len(records)
    assert all(path.startswith("a.jsonl#") and path.isprintable() for path in paths)


@given(RECORDS, st.randoms(use_true_random=False))
def test_an_order_renames_nothing(records: list[dict[str, object]], random: object) -> None:
    before = opened("a.jsonl", lines(*records))
    random.shuffle(records)  # type: ignore[attr-defined] - hypothesis gives a random.Random
    assert contents(opened("a.jsonl", lines(*records))) == contents(before)


def test_an_edit_elsewhere_renames_nothing() -> None:
    records = [{"id": "a", "text": "It rained."}, {"text": "It snowed."}, {"text": "It froze."}]
    before = contents(opened("a.jsonl", lines(*records)))
    edited = [{"text": "It thawed."}, records[0], {"text": "It snowed again."}, records[2]]
    after = contents(opened("a.jsonl", lines(*edited)))
    kept = {path: content for path, content in before.items() if content != b"It snowed."}
    assert len(kept) == 2
    assert kept.items() <= after.items()


DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 30)), min_size=1, max_size=5)


@pytest.mark.parametrize("sample", ["ferry.mhtml", "ferry.warc.gz", "letters.epub"])
@given(DAMAGE)
def test_damage_is_told_or_does_no_harm(sample: str, damage: list[tuple[float, bytes, int]]) -> None:
    whole = (SAMPLES / sample).read_bytes()
    content = bytearray(gzip.decompress(whole) if sample.endswith(".gz") else whole)
    for place, bytes_, length in damage:
        at = int(place * len(content))
        content[at : at + length] = bytes_
    try:
        inside = opened(sample.removesuffix(".gz"), bytes(content))
    except Reject:
        return
    paths = [found.path for found in (*inside.documents, *inside.rejects)]
    assert len(paths) == len(set(paths)) > 0


def test_a_refused_record_is_told_with_its_hash_and_size() -> None:
    inside = opened("a.jsonl", b"It rained.\n")
    (row,) = inside.rejects
    assert (row.bytes, row.stage, len(row.sha256)) == (10, "extract", 64)
    assert refusals(inside) == {f"a.jsonl#{row.sha256[:12]}": "not_json"}
