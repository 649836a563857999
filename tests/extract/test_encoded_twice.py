import pytest

from pipeline.extract.encoded_twice import encoded_once

FRENCH = "Les négociations ont repris à Genève après l’échec."
GERMAN = "„Wir hören zu“, sagte die Ministerin – für alle überraschend."


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_what_was_taken_for_latin_1(text):
    assert encoded_once(text.encode().decode("latin-1")) == text


def test_what_was_taken_for_windows_encoding():
    assert encoded_once(FRENCH.encode().decode("cp1252")) == FRENCH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        FRENCH,
        GERMAN,
        "Договор истекает.",
        "Ãœber allem: Ã¤ und Ã¶ und Ã¼, sagte José.",  # it tells of such signs, and has one of its own
        "A page shows Ã¼ where u was meant.",  # one sequence
        FRENCH.encode().decode("latin-1") + " – das Ende",  # only a part of it
    ],
)
def test_what_was_encoded_once(text):
    assert encoded_once(text) == text
