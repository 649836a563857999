"""The spaCy pipeline of a language, and what is put before the entity recogniser of an English one."""

from functools import cache
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from pipeline.errors import Stop
from pipeline.tag.aliases import by_alias
from pipeline.tag.packages import ENGLISH, package_name

if TYPE_CHECKING:
    from spacy.pipeline import EntityRuler

_ENGLISH_READS = frozenset({"tagger", "parser", "lemmatizer", "ner"})
_SENTENCES = frozenset({"parser", "senter", "sentencizer"})  # any of them ends sentences
SHOUTED = 4  # letters; capitals of this length are an acronym, unless the whole line is set in them
# "U.S.-Russia" and "U.S.–Russian" are two names, and so are "Russia–Ukraine".
_SPLIT_AT = (r"(?<=[A-Za-z]\.)[-–—](?=[A-Z])", r"(?<=[A-Za-z])[–—](?=[A-Za-z])")


def _prepare_english(nlp: Language) -> None:
    """Splits "U.S.-Russia" in three, and finds the reviewed names first."""
    tokenizer = cast("Any", nlp.tokenizer)  # compiled, and without types
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_SPLIT_AT]).finditer
    for word in ("I", "m"):  # the full stop after "SALT I" and "€18.5m" is none of theirs
        tokenizer.add_special_case(f"{word}.", [{"ORTH": word}, {"ORTH": "."}])
    # First of all, so that its patterns are only tokenised when they are added: after the parser each would be parsed.
    ruler = cast("EntityRuler", nlp.add_pipe("entity_ruler", first=True, config={"phrase_matcher_attr": "ORTH"}))
    ruler.add_patterns(
        [
            {"label": alias.type, "pattern": alias.alias, "id": alias.entity_id}
            for alias in by_alias().values()
            # "START" in capitals is the treaty; "Georgia" has to be called a country by the model first
            if not alias.ambiguous or (alias.alias.isupper() and len(alias.alias) >= SHOUTED)
        ]
    )


@cache
def load_language_model(name: str) -> Language:
    """The spaCy pipeline called `name`; one for English is prepared for what is read here. Raises `Stop`.

    English needs a pipeline that reads everything; in another language sentences and names are enough.
    """
    nlp = spacy.load(package_name(name))
    if nlp.lang != ENGLISH:
        if not _SENTENCES & set(nlp.pipe_names):
            nlp.add_pipe("sentencizer")
        return nlp
    if missing := _ENGLISH_READS - set(nlp.pipe_names):
        raise Stop(f"The spaCy pipeline {name!r} has no {', '.join(sorted(missing))}.", "Name a whole one.")
    _prepare_english(nlp)
    return nlp
