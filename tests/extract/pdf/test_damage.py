"""Damage to sound PDFs that the reader does not speak of."""

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_pdf import extract_pdf
from pipeline.records import Document

SAMPLES = Path(__file__).parents[1] / "samples"
SOUND = ("bridge-chromium", "bridge-libreoffice", "columns-chromium", "columns-groff")


def flipped_text(content: bytes) -> bytes:
    """One bit of the first compressed text is another."""
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        unpacking = zlib.decompressobj()
        try:
            text = unpacking.decompress(stream[1])
        except zlib.error:
            continue
        if b"BT" in text and b"Tj" in text.replace(b"TJ", b"Tj"):
            at = stream.start(1) + len(stream[1]) // 2
            return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
    raise AssertionError


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a bit of the text is another": flipped_text,
    "its end is missing": lambda content: content[: content.rindex(b"xref")],
    "a page is not counted": lambda content: content.replace(b"/Count 2", b"/Count 1"),
    "a page refers to another text": lambda content: re.sub(rb"/Contents (\d+)(?= 0 R)", rb"/Contents 9\1", content),
    "a text has lost its head": lambda content: re.sub(rb">>\s*stream(?=\r?\n)", b"", content, count=1),
}


def warnings_of(content: bytes) -> tuple[str, ...]:
    """What is said of the article; the code of a refusal where there is none."""
    try:
        return extract_pdf(Document("a.pdf", "", content)).warnings
    except Reject as refusal:
        return (refusal.code,)


@pytest.mark.parametrize("name", SOUND)
def test_sound_files_are_left_alone(name: str) -> None:
    assert warnings_of((SAMPLES / f"{name}.pdf").read_bytes()) == ()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", SOUND)
def test_damage_is_told(name: str, damage: str) -> None:
    sound = (SAMPLES / f"{name}.pdf").read_bytes()
    damaged = DAMAGES[damage](sound)
    if damaged == sound:
        pytest.skip("this file has nothing to damage in that way")
    assert not {"text_lost", "broken", "no_text"}.isdisjoint(warnings_of(damaged))


def test_what_is_behind_the_end_is_no_damage() -> None:
    sound = (SAMPLES / "bridge-chromium.pdf").read_bytes()
    assert warnings_of(sound + b"\r\n" + b"-" * 2000) == ()
