"""What every edit shares: the word lists, inflection, replacing a word, and what an edit does to a pair's label."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("words")

ENTAILED, NEUTRAL, CONTRADICTED = range(3)

SAME = "same"  # the edited sentence means the same
EXCLUSIVE = "exclusive"  # both cannot hold
NEGATION = "negation"  # exactly one of them holds
WEAKER = "weaker"  # the original entails the edited sentence
STRONGER = "stronger"  # the edited sentence says more
OTHER = "other"  # the edited sentence speaks of something else
FREE = "free"  # not to be said of the sentence alone: made only in both sentences of a pair

# Where one of these stands, a word that excludes another need not make a sentence that excludes the other.
CLOUDED = frozenset(
    "not n't no never none nobody nothing neither nor without if or unless whether would may might could should only "
    "except than fail failed fails refuse refused deny denied doubt some many most few several often sometimes usually "
    "either any zero can will must hardly rarely seldom all every each both various between among another other "
    "generally typically occasionally possibly perhaps maybe probably likely allegedly reportedly too also".split()
)


@dataclass(frozen=True)
class Edit:
    """One change to a sentence. `old` and `new` are given where the same swap can be made in another sentence."""

    kind: str
    text: str
    effect: str
    old: str = ""
    new: str = ""


@cache
def word_file(name: str) -> dict[str, Any]:
    """One of the word lists."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pairs_of(file: str, group: str) -> dict[str, tuple[str, ...]]:
    """Each word and its partners, both ways, for the lists written as "a/b"."""
    table: dict[str, list[str]] = {}
    for entry in word_file(file)[group].replace("\n", " ").split(","):
        if entry.strip():
            left, right = (part.strip() for part in entry.split("/"))
            table.setdefault(left, []).append(right)
            table.setdefault(right, []).append(left)
    return {word: tuple(dict.fromkeys(others)) for word, others in table.items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """A plain list of grammar.toml."""
    return frozenset(word.strip() for word in word_file("grammar")[name].split(","))


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = [entry.split() for entry in word_file("grammar")["irregular"].replace("\n", " ").split(",") if entry.strip()]
    return {base: (past, participle) for base, past, participle in rows}


@cache
def _plurals() -> dict[str, str]:
    rows = [entry.replace("_", "-").split() for entry in word_file("grammar")["plural"].split(", ")]
    return {one.replace("-", " "): more.replace("-", " ") for one, more in rows}


def inflected(lemma: str, tag: str) -> str:
    """`lemma` in the form that the Penn tag names; of a phrase the first word is inflected as a verb, the last else."""
    if tag in {"NNS", "NNPS"}:
        return plural(lemma)
    if not tag.startswith("VB") or tag in {"VB", "VBP"}:
        return lemma
    head, space, rest = lemma.partition(" ")
    return _verb(head, tag) + space + rest


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in _plurals():
        return _plurals()[noun]
    if noun in word_set("mass"):
        return noun
    return _with_s(noun)


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def _verb(base: str, tag: str) -> str:
    past, participle = _irregular().get(base, ("", ""))
    if tag == "VBZ":
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(base) or _with_s(base)
    if tag == "VBG":
        return _ing(base, past)
    if past:
        return past if tag == "VBD" else participle
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else base + "ed"


def _ing(base: str, past: str) -> str:
    """Doubles the last letter where the past does, or where a short vowel of an irregular verb asks for it."""
    if base in {"lie", "die", "tie", "untie"}:
        return base[:-2] + "ying"
    if re.search(r"[^eoy]e$", base) and base != "be":
        return base[:-1] + "ing"
    short = {"win", "run", "sit", "put", "set", "cut", "get", "let", "hit", "shut", "swim", "begin", "forget", "quit",
             "split", "dig", "spin", "forbid", "wed"}  # fmt: skip
    return base + (base[-1] if base in short or past == base + base[-1] + "ed" else "") + "ing"


def with_article(text: str) -> str:
    """Articles ("a" or "an") as the words that now follow ask."""
    vowel = r"(?!(?:uni(?!n)|use|usu|eur|one\b|ukr|ute|uk))[aeiou]|hour|hono|heir"
    text = re.sub(rf"\b([Aa])(?= (?:{vowel}))(?! [A-Z]{{2,}})", r"\1n", text, flags=0)
    text = re.sub(r"\b([Aa])(?= (?:[AEIO][a-z]|Unc))", r"\1n", text)
    return re.sub(rf"\b([Aa])n(?= (?!(?:{vowel}|[AEIOUFHLMNRSX]))[A-Za-z])", r"\1", text)


def replaced(text: str, old: str, new: str) -> str:
    """`text` with every `old` as a whole word turned into `new`, articles mended; unchanged where `old` is missing."""
    changed = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-]|[.,]\d)", lambda _: new, text)
    return with_article(changed) if changed != text else text


def has(text: str, word: str) -> bool:
    """Whether the word, in any of its plain forms, stands in the text."""
    stem = word.lower()[: max(4, len(word) - 2)] if len(word) > 4 and word.isalpha() else word.lower()
    return re.search(rf"(?<!\w){re.escape(stem)}" + ("" if stem != word.lower() else r"(?:s|es)?(?!\w)"),
                     text.lower()) is not None  # fmt: skip


def clouded(doc: Any) -> bool:
    """Whether a word in the parsed sentence keeps contraries from excluding each other."""
    return any(token.lower_ in CLOUDED for token in doc)


def root_of(doc: Any) -> Any:
    """The main verb."""
    return next(doc.sents).root


def cut(doc: Any, start: int, end: int, new: str) -> str:
    """The sentence with the characters from `start` to `end` replaced, spaces and articles mended."""
    text = re.sub(r"\s+", " ", f"{doc.text[:start]}{new}{doc.text[end:]}")
    text = re.sub(r" ([.,;])", r"\1", text).strip()
    return with_article(text[:1].upper() + text[1:] if doc.text[:1].isupper() else text)
