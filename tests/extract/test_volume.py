"""Words are told apart in the same places, whether few signs outside ASCII stand between them or many."""

import pytest

from pipeline.extract.volume import MOST_SIGNS, loss

READ = "The gate — “closes” at six²; Ärger über 3½ Stunden_lang: naïve word1word"


@pytest.mark.parametrize("signs", ["", "".join(map(chr, range(0x2190, 0x2190 + 2 * MOST_SIGNS)))])
def test_words_are_those_between_other_signs(signs: str) -> None:
    found = loss(f"{READ} {signs}", "")
    assert found.of == len("The gate closes at six² Ärger über ½ Stunden lang naïve word word".split())
    assert loss(f"{READ} {signs}", READ).longest == 0
