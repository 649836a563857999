"""The spaCy pipeline of a language, and what an English one does besides."""

from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from pipeline.errors import Stop
from pipeline.tag.known_names import STEP
from pipeline.tag.looked_up import look_up
from pipeline.tag.model_files import language_model_digest
from pipeline.tag.packages import ENGLISH, package_name

_ENGLISH_READS = frozenset({"tagger", "parser", "lemmatizer", "ner"})
_SENTENCES = frozenset({"parser", "senter", "sentencizer"})  # any of them ends sentences
# "U.S.-Russia" and "U.S.–Russian" are two names, "U.S.-backed" begins with one, and so are "Russia–Ukraine".
# "Post-9/11" has its prefix before a name.
_SPLIT_AT = (r"(?<=[A-Za-z]\.)[-–—](?=[A-Za-z])", r"(?<=[A-Za-z])[–—](?=[A-Za-z])", r"(?<=[a-z])-(?=\d\d?/\d)")

# What spaCy takes for forms of "hop" and "fin".
_VERBS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "fined": "fine", "reconnected": "reconnect"}


def _prepare_english(nlp: Language) -> None:
    """Splits "U.S.-Russia" in three, knows the reviewed names, and looks up what can be looked up."""
    tokenizer = cast("Any", nlp.tokenizer)  # compiled, and without types
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_SPLIT_AT]).finditer
    for word in ("I", "m"):  # the full stop after "SALT I" and "€18.5m" is none of theirs
        tokenizer.add_special_case(f"{word}.", [{"ORTH": word}, {"ORTH": "."}])
    ruler = cast("Any", nlp.get_pipe("attribute_ruler"))
    for form, lemma in _VERBS.items():
        ruler.add([[{"LOWER": form, "TAG": {"IN": ["VBD", "VBG", "VBN", "VBZ"]}}]], {"LEMMA": lemma})
    look_up(nlp)
    nlp.add_pipe(STEP)


@cache
def load_language_model(name: str) -> Language:
    """The spaCy pipeline called `name`; one for English is prepared for what is read here. Raises `Stop`.

    English needs a pipeline that reads everything; in another language sentences and names are enough.
    """
    package = package_name(name)
    language_model_digest(package)  # its files are what they were, or the run ends
    nlp = spacy.load(package)
    if nlp.lang != ENGLISH:
        if not _SENTENCES & set(nlp.pipe_names):
            nlp.add_pipe("sentencizer")
        return nlp
    if missing := _ENGLISH_READS - set(nlp.pipe_names):
        raise Stop(f"The spaCy pipeline {name!r} has no {', '.join(sorted(missing))}.", "Name a whole one.")
    _prepare_english(nlp)
    return nlp
