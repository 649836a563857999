"""Which language a text is in."""

import pytest

from pipeline.extract.language import LANGUAGES, detect_language

SENTENCES = {
    "de": "Die beiden Seiten haben sich nach langen Gesprächen auf einen neuen Vertrag geeinigt.",
    "en": "After long talks the two sides have agreed on a new treaty that limits their arsenals.",
    "es": "Después de largas conversaciones, las dos partes han llegado a un acuerdo sobre el tratado.",
    "fr": "Après de longues discussions, les deux parties se sont mises d'accord sur un nouveau traité.",
    "it": "Dopo lunghe trattative le due parti si sono messe d'accordo su un nuovo trattato che è più severo.",
    "nl": "Na lange gesprekken zijn de twee partijen het eens geworden over een nieuw verdrag.",
    "pl": "Po długich rozmowach obie strony zgodziły się na nowy traktat, który jest już gotowy do podpisania.",
    "pt": "Depois de longas conversas, as duas partes chegaram a um acordo sobre um novo tratado.",
    "sv": "Efter långa samtal har de två sidorna kommit överens om ett nytt avtal som ska gälla i fem år.",
    "ru": "После долгих переговоров обе стороны согласились на новый договор, который уже готов.",
    "uk": "Після довгих переговорів обидві сторони погодилися на новий договір, який вже готовий.",
    "tr": "Uzun görüşmelerden sonra iki taraf da yeni bir antlaşma için anlaştı ve bu antlaşma çok önemli.",
}


def test_there_is_a_sentence_for_every_language() -> None:
    assert set(SENTENCES) == set(LANGUAGES)


@pytest.mark.parametrize(("code", "text"), SENTENCES.items(), ids=list(SENTENCES))
def test_a_sentence_is_enough(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert detect_language(text.upper()) == code
    assert detect_language(f"1962: {text} (1963)") == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The treaty",
        "1962 1963 1964 1965 1966 1967 1968 1969",
        "危机持续了十三天。",
        "xkcd qwer zxcv asdf hjkl uiop bnmq wert",
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) == ""


def test_foreign_names_do_not_change_it() -> None:
    text = (
        "Der Spiegel and Die Zeit wrote that the talks in La Paz and Le Havre were over, and that the sides had left."
    )
    assert detect_language(text) == "en"
