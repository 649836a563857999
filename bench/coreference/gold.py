"""Mentions marked by hand, in the JSON that MEANTIME and ECB+ come in, and as much of their text as there is.

A record is a mention: `doc_id`, `sent_id`, `tokens_number`, `tokens_str`, `mention_type`, `coref_chain`; MEANTIME adds
`mention_head` and `mention_head_pos`. `NAME_corpus.txt` beside `NAME_entity_gold.json` holds the words: document,
sentence, number, word, chain. Without it, the text is what the mentions themselves hold, with gaps.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

GAP = "·"
COLUMNS = 5  # of a line of NAME_corpus.txt
NAMED = {  # what is marked in these collections -> our type; "" is a person or a body
    "PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "ORGANIZATION": "ORG", "LOC": "GPE", "LOCATION": "GPE",
    "GPE": "GPE", "COUNTRY": "GPE", "HUM": "",
}  # fmt: skip
_TIGHT = re.compile(r" (?=[,.;:!?)%]|'s\b|’s\b|' )|(?<=[($]) |(?<=[A-Z][a-z]{2}) (?=- [A-Z])|(?<=[a-z] -) (?=[A-Z])")

Sentence = tuple[str, int]  # document, number


@dataclass(frozen=True)
class GoldMention:
    sentence: Sentence
    tokens: tuple[int, ...]
    head: int  # one of the tokens
    type: str
    chain: str
    is_named: bool

    @property
    def document(self) -> str:
        return self.sentence[0]


@dataclass(frozen=True)
class Collection:
    words: dict[Sentence, list[str]]
    mentions: tuple[GoldMention, ...]

    @cached_property
    def sentences(self) -> dict[str, list[int]]:
        """Document -> the numbers of its sentences, in order."""
        found: dict[str, list[int]] = defaultdict(list)
        for document, number in sorted(self.words):
            found[document].append(number)
        return found


def _words(records: Sequence[dict[str, Any]], corpus: Path) -> dict[Sentence, list[str]]:
    found: dict[Sentence, dict[int, str]] = defaultdict(dict)
    for record in records:
        spoken = zip(record["tokens_number"], record["tokens_str"].split(), strict=False)
        found[record["doc_id"], record["sent_id"]].update(spoken)
    for line in corpus.read_text(encoding="utf-8").splitlines() if corpus.is_file() else ():
        if line.count("\t") == COLUMNS - 1:  # other lines part the documents
            document, sentence, number, word, _ = line.split("\t")
            found[document, int(sentence)][int(number)] = word
    return {key: [words.get(i, GAP) for i in range(max(words) + 1)] for key, words in sorted(found.items())}


def _given_head(record: dict[str, Any]) -> int:
    numbered = zip(record["tokens_number"], record["tokens_str"].split(), strict=False)
    return max((n for n, word in numbered if word == record["mention_head"]), default=record["tokens_number"][-1])


def _mentions(
    records: Sequence[dict[str, Any]], words: dict[Sentence, list[str]], nlp: Language
) -> Iterator[GoldMention]:
    told = any("mention_head_pos" in record for record in records)
    docs = {} if told else {key: nlp(Doc(nlp.vocab, words=sentence)) for key, sentence in words.items()}
    for record in records:
        kind = record["mention_type"].partition("_")[0]
        sentence, tokens = (record["doc_id"], record["sent_id"]), tuple(record["tokens_number"])
        if told:
            head, tag = _given_head(record), record["mention_head_pos"]
            label = NAMED.get(kind, "")
        else:
            root = docs[sentence][tokens[0] : tokens[-1] + 1].root
            head, tag = root.i, root.pos_
            label = NAMED.get(kind, "") or root.ent_type_
        yield GoldMention(sentence, tokens, head, label, record["coref_chain"], tag == "PROPN" and kind in NAMED)


def read_collection(path: Path, nlp: Language) -> Collection:
    """All mentions of a collection and its sentences; `nlp` says which have a name for a head, where it does not."""
    records = json.loads(path.read_text(encoding="utf-8"))
    words = _words(records, path.with_name(path.stem.removesuffix("_entity_gold") + "_corpus.txt"))
    return Collection(words, tuple(_mentions(records, words, nlp)))


def laid_out(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A sentence as it would be printed, and where each of its words stands in it.

    >>> laid_out(["Boeing", "'s", "plant", ",", "in", "(", "Renton", ")"])[0]
    "Boeing's plant, in (Renton)"
    """
    loose = " ".join(words)
    cut = {match.start() for match in _TIGHT.finditer(loose)}
    text = "".join(letter for i, letter in enumerate(loose) if i not in cut)
    places, at = [], 0
    for word in words:
        start = at - sum(i < at for i in cut)
        places.append((start, start + len(word)))
        at += len(word) + 1
    return text, places
