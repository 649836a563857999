"""Edits of whole clauses: negation, hedges, roles exchanged, parts dropped or added, quantifiers."""

import random
import re
from collections.abc import Iterator
from typing import Any

from training.relation.generate.edit_base import (
    EXCLUSIVE,
    NEGATION,
    OTHER,
    SAME,
    STRONGER,
    WEAKER,
    Edit,
    clouded,
    cut,
    inflected,
    pairs_of,
    root_of,
    with_article,
    word_set,
)
from training.relation.generate.edit_numbers import another_count

SHORT = {"is": "isn't", "was": "wasn't", "are": "aren't", "were": "weren't", "does": "doesn't", "did": "didn't",
         "has": "hasn't", "have": "haven't", "had": "hadn't", "could": "couldn't", "will": "won't"}  # fmt: skip
NOT_AFTER = frozenset("is was are were has have had will did does do".split())
PLURAL_SUBJECT = frozenset("some many most few several any all every each both no none nobody someone".split())


def _subject(root: Any) -> Any:
    return next((token for token in root.lefts if token.dep_ in {"nsubj", "nsubjpass"}), None)


def _simple(doc: Any) -> bool:
    """One clause with nothing before the subject and nothing joined to it: a negation reaches all of it."""
    root = root_of(doc)
    subject = _subject(root)
    loose = {"conj", "advcl", "ccomp", "relcl", "parataxis", "cc", "acl", "appos", "expl"}
    return subject is not None and subject.left_edge.i == 0 and not any(t.dep_ in loose or t.text == "," for t in doc)


def negations(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """The clause denied: "not", "never", "no one", "failed to", "far from"."""
    root, subject = root_of(doc), _subject(root_of(doc))
    if subject is None or clouded(doc) or not _simple(doc) or subject.left_edge.lower_ in PLURAL_SUBJECT:
        return
    helper = next((t for t in root.lefts if t.dep_ in {"aux", "auxpass"} and t.i > subject.i), None)
    verb = root if root.lemma_ == "be" and helper is None else helper
    if verb is not None and verb.lower_ in NOT_AFTER and verb.i > subject.i:
        end = verb.idx + len(verb)
        yield Edit("negation", cut(doc, verb.idx, end, f"{verb.text} not"), NEGATION)
        if verb.lower_ in SHORT:
            yield Edit("negation", cut(doc, verb.idx, end, SHORT[verb.lower_]), NEGATION)
        if root.tag_ == "VBN" or root.lemma_ == "be":
            yield Edit("negation", cut(doc, verb.idx, end, _never(verb)), NEGATION)
    elif verb is None and root.tag_ in {"VBD", "VBZ", "VBP"} and root.i > subject.i:
        yield from _with_do(doc, root, subject)
    yield from _no_one(doc, root, subject)
    yield from _far_from(doc, root, rng)


def _never(verb: Any) -> str:
    return (
        f"{verb.text} never"
        if verb.lower_ in {"is", "was", "are", "were", "has", "have", "had"}
        else f"{verb.text} not"
    )


def _with_do(doc: Any, root: Any, subject: Any) -> Iterator[Edit]:
    start, end = root.idx, root.idx + len(root)
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag_]
    if root.tag_ == "VBP" and root.lower_ != root.lemma_:
        return
    yield Edit("negation", cut(doc, start, end, f"{do} not {root.lemma_}"), NEGATION)
    if do != "do":
        yield Edit("negation", cut(doc, start, end, f"{SHORT[do]} {root.lemma_}"), NEGATION)
    yield Edit("negation", cut(doc, start, end, f"never {root.text}"), NEGATION)
    if root.lemma_ in word_set("manage") and root.tag_ == "VBD" and subject.ent_type_ in {"PERSON", "ORG"}:
        yield Edit("negation", cut(doc, start, end, f"failed to {root.lemma_}"), NEGATION)


def _no_one(doc: Any, root: Any, subject: Any) -> Iterator[Edit]:
    first = subject.left_edge
    if first.i or first.lower_ not in {"a", "an"} or not (root.tag_ == "VBG" or root.lemma_ == "be"):
        return
    yield Edit("negation", cut(doc, 0, len(first), "No"), NEGATION)
    if subject.lemma_ in {"man", "woman", "person", "boy", "girl", "someone"} and not list(subject.rights):
        if root.lower_ == "there":
            return
        who = "Nobody" if len(doc) % 2 else "No one"
        yield Edit("negation", cut(doc, 0, subject.idx + len(subject), who), EXCLUSIVE)


def _far_from(doc: Any, root: Any, rng: random.Random) -> Iterator[Edit]:
    for token in root.rights:
        gradable = token.lower_ in pairs_of("antonyms", "adjectives") or token.lower_.endswith(("ful", "ous", "ive"))
        if (
            token.dep_ == "acomp"
            and token.left_edge is token
            and token.tag_ == "JJ"
            and root.lemma_ == "be"
            and gradable
        ):
            how = rng.choice(("far from", "anything but", "hardly", "by no means"))
            yield Edit("negation", cut(doc, token.idx, token.idx, f"{how} "), NEGATION)


def negation_removed(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """The denial taken back."""
    del rng
    root, subject = root_of(doc), _subject(root_of(doc))
    no = next((t for t in root.children if t.dep_ == "neg"), None)
    words = [t.lower_ for t in doc]
    if no is None or subject is None or not _simple(doc) or subject.left_edge.lower_ in PLURAL_SUBJECT:
        return
    if set(words) & {"any", "anyone", "anything", "all", "either", "until", "yet", "only", "because", "ever", "every", "or",
                     "enough", "always", "just", "very", "really", "necessarily", "ca", "wo", "ai"}:  # fmt: skip
        return
    if no.lower_ == "never":
        if words.count("never") == 1 and root.tag_ in {"VBD", "VBZ"} and root.i == no.i + 1:
            yield Edit("negation removed", cut(doc, no.idx, root.idx, ""), NEGATION)
        return
    before = doc[no.i - 1]
    if before.lower_ in {"did", "does"} and root.tag_ == "VB" and before.head is root:
        verb = inflected(root.lemma_, "VBD" if before.lower_ == "did" else "VBZ")
        middle = doc.text[no.idx + len(no) : root.idx]
        yield Edit("negation removed", cut(doc, before.idx, root.idx + len(root), f"{middle.strip()} {verb}"), NEGATION)
    elif before.lower_ in NOT_AFTER - {"did", "does", "do"}:
        yield Edit("negation removed", cut(doc, no.idx, no.idx + len(no), ""), NEGATION)


def hedges(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """The clause made a possibility or a report."""
    root, subject = root_of(doc), _subject(root_of(doc))
    if subject is None or clouded(doc) or not _simple(doc):
        return
    helper = next((t for t in root.lefts if t.dep_ in {"aux", "auxpass"} and t.i > subject.i), None)
    verb = root if helper is None else helper
    start, end, may = verb.idx, verb.idx + len(verb), rng.choice(("may", "might", "could"))
    if verb.i < subject.i or verb.text.startswith("'"):
        return
    if verb.lower_ in {"is", "are"}:
        yield Edit("modality", cut(doc, start, end, f"{may} be"), WEAKER)
    elif verb.lower_ in {"was", "were"}:
        yield Edit("modality", cut(doc, start, end, f"{may} have been"), WEAKER)
    elif verb is root and root.tag_ == "VBD":
        yield Edit("modality", cut(doc, start, end, f"{may} have {inflected(root.lemma_, 'VBN')}"), WEAKER)
    elif verb is root and root.tag_ == "VBZ":
        yield Edit("modality", cut(doc, start, end, f"{may} {root.lemma_}"), WEAKER)
    elif verb.lower_ == "will":
        yield Edit("modality", cut(doc, start, end, f"{may}"), WEAKER)
        be = "are" if subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"they", "we"} else "is"
        yield Edit("modality", cut(doc, start, end, f"{be} expected to"), WEAKER)
    how = rng.choice(("reportedly", "allegedly", "apparently", "possibly", "probably"))
    if verb is root and root.lemma_ != "be":
        yield Edit("modality", cut(doc, start, start, f"{how} "), WEAKER)
    elif verb.lower_ in NOT_AFTER:
        yield Edit("modality", cut(doc, end, end, f" {how}"), WEAKER)


def roles(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """Who did it to whom: exchanged, in the passive, and exchanged in the passive."""
    del rng
    root, subject = root_of(doc), _subject(root_of(doc))
    thing = next((t for t in root.rights if t.dep_ == "dobj"), None)
    if subject is None or thing is None or root.tag_ not in {"VBD", "VBZ"} or clouded(doc):
        return
    oneway, bothways = root.lemma_ in word_set("oneway"), root.lemma_ in word_set("bothways")
    one, other = _phrase(doc, subject), _phrase(doc, thing)
    if not (oneway or bothways) or not one or not other or subject.left_edge.i or thing.left_edge.i != root.i + 1:
        return
    if root.i != subject.right_edge.i + 1 or not _comparable(subject, thing):
        return
    rest = doc.text[doc[thing.right_edge.i].idx + len(doc[thing.right_edge.i]) :]
    if re.search(r"\b(his|her|their|he|she|him|who|himself|herself)\b|,", rest):
        return
    many = {"NNS", "NNPS"}
    be = {"VBD": ("was", "were"), "VBZ": ("is", "are")}[root.tag_]
    done = inflected(root.lemma_, "VBN")
    agrees = root.tag_ == "VBD" or thing.tag_ not in many
    effect = EXCLUSIVE if oneway else OTHER
    if agrees:
        yield Edit("role swap", _sentence(f"{other} {root.text} {one}{rest}"), effect)
    passive = f"{other} {be[thing.tag_ in many]} {done} by {one}{rest}"
    yield Edit("passive", _sentence(passive), SAME)
    yield Edit("role swap passive", _sentence(f"{one} {be[subject.tag_ in many]} {done} by {other}{rest}"), effect)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _phrase(doc: Any, noun: Any) -> str:
    """A noun phrase as it stands within a sentence; "" for one that cannot be moved."""
    span = doc[noun.left_edge.i : noun.right_edge.i + 1]
    if (
        noun.pos_ == "PRON"
        or len(span) > 7
        or any(t.dep_ in {"relcl", "poss", "conj", "appos"} or t.text == "," for t in span)
    ):
        return ""
    first = span[0]
    text = str(span.text)
    return text if first.pos_ == "PROPN" or first.ent_type_ else text[0].lower() + text[1:]


def _comparable(one: Any, other: Any) -> bool:
    people = {"man", "woman", "boy", "girl", "child", "officer", "soldier", "player", "teacher", "student", "person", "lady",
              "team", "company", "police", "army", "king", "doctor", "dog", "cat", "president", "mother", "father"}  # fmt: skip
    named = {"PERSON", "ORG", "GPE", "NORP"}
    if one.ent_type_ in named and other.ent_type_ in named:
        return bool(one.ent_type_ == other.ent_type_)
    return (one.lemma_ in people or one.ent_type_ == "PERSON") and (
        other.lemma_ in people or other.ent_type_ == "PERSON"
    )


def drops(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A time, a place or the second of two things left out: the sentence says less."""
    del rng
    root, subject = root_of(doc), _subject(root_of(doc))
    if (
        subject is None
        or clouded(doc)
        or "between" in doc.text
        or root.lemma_ in {"locate", "situate", "lie", "remain", "be"}
    ):
        return
    for prep in root.rights:
        inside = (
            prep.lower_ in {"in", "on", "at", "during", "for", "after", "before", "near", "with"}
            and prep.dep_ == "prep"
        )
        wordy = root.tag_ in {"VBD", "VBG", "VBN", "VBZ"} and root.lemma_ not in {
            "place",
            "live",
            "base",
            "set",
            "be",
            "find",
        }
        if inside and wordy and prep.right_edge.i - prep.i < 7 and _standing(root, prep):
            last = prep.right_edge
            yield Edit("adjunct", cut(doc, prep.idx, last.idx + len(last), ""), WEAKER)
    for token in doc:
        if token.dep_ in {"dobj", "pobj"} and not list(token.rights)[2:]:
            join = next((c for c in token.rights if c.lower_ == "and"), None)
            second = next((c for c in token.rights if c.dep_ == "conj"), None)
            if join and second and second.i > join.i and not [c for c in second.children if c.dep_ in {"conj", "cc"}]:
                edge = second.right_edge
                yield Edit("conjunct", cut(doc, join.idx, edge.idx + len(edge), ""), WEAKER)


def _standing(root: Any, prep: Any) -> bool:
    """Without this phrase there is still a whole clause: an object, another phrase, a passive, or a verb of itself whole."""
    whole = {"die", "bear", "walk", "run", "swim", "sleep", "arrive", "play", "dance", "sing", "perform", "work", "eat",
             "happen", "occur", "sit", "stand", "jump", "speak", "compete", "premiere", "retire", "close", "open"}  # fmt: skip
    objects = any(t.dep_ == "dobj" for t in root.rights)
    more = any(t.dep_ == "prep" and t is not prep for t in root.rights)
    if root.lemma_ == "bear":
        return more
    return (objects and prep.lower_ != "for" and prep.lower_ != "with") or root.lemma_ in whole


def additions(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A time or a place added that the text does not give."""
    root = root_of(doc)
    if (
        clouded(doc)
        or root.tag_ not in {"VBD", "VBN"}
        or not _simple(doc)
        or any(t.ent_type_ in {"DATE", "TIME"} for t in doc)
    ):
        return
    added = rng.choice(("on Tuesday", "in March", "last week", "early in the morning", "two days later", "by mistake",
                        "at the request of the mayor", "for the second time", "in front of a large crowd", "in 1987",
                        "despite heavy rain", "because of a bet", "on a Sunday", "with the help of a cousin"))  # fmt: skip
    end = len(doc.text.rstrip(" ."))
    yield Edit("adjunct", cut(doc, end, end, f" {added}"), STRONGER)


def quantifiers(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """All, most, many, some, no, not all."""
    first, rest = doc[0].lower_, doc.text[len(doc[0]) :]
    words = [t.lower_ for t in doc[1:]]
    subject = _subject(root_of(doc))
    if subject is None or subject.left_edge.i or set(words) & CLOUDS or words[0] in {"of", "over", "other", "in"}:
        return
    if subject.tag_ != "NNS" and first != "every":
        return
    table = {"all": (("Some", WEAKER), ("No", EXCLUSIVE), ("Not all", NEGATION), ("Most", WEAKER), ("Few", EXCLUSIVE)),
             "some": (("All", STRONGER), ("No", EXCLUSIVE), ("Most", STRONGER), ("At least some", SAME)),
             "most": (("Some", WEAKER), ("All", STRONGER), ("No", EXCLUSIVE), ("Few", EXCLUSIVE), ("A majority of", SAME)),
             "many": (("Some", WEAKER), ("No", EXCLUSIVE), ("Few", EXCLUSIVE), ("All", STRONGER), ("Numerous", SAME)),
             "several": (("Some", WEAKER), ("No", EXCLUSIVE), ("All", STRONGER), ("At least two", WEAKER)),
             "every": (("Not every", NEGATION), ("No", EXCLUSIVE), ("Almost no", EXCLUSIVE), ("Each", SAME)),
             "no": (("Some", NEGATION), ("All", EXCLUSIVE), ("Most", EXCLUSIVE), ("Many", EXCLUSIVE)),
             "few": (("Most", EXCLUSIVE), ("All", EXCLUSIVE), ("Not many", SAME))}  # fmt: skip
    for new, effect in rng.sample(table.get(first, ()), min(3, len(table.get(first, ())))):
        yield Edit("quantifiers", with_article(new + rest), effect)


CLOUDS = frozenset("not n't no never all every some most if or".split())


def other_subject(doc: Any, rng: random.Random, names: dict[str, list[str]]) -> Iterator[Edit]:
    """The same said of someone else, where both can be so."""
    root, subject = root_of(doc), _subject(root_of(doc))
    if (
        subject is None
        or clouded(doc)
        or subject.left_edge.i
        or not doc.ents
        or doc.ents[0].start
        or subject.pos_ != "PROPN"
    ):
        return
    name = doc.ents[0]
    attr = next((c for c in root.rights if c.dep_ == "attr"), None)
    is_a = root.lemma_ == "be" and attr is not None and attr.left_edge.lower_ in {"a", "an"}
    unique = any(t.tag_ == "JJS" or t.lower_ in {"first", "only", "last", "won", "capital"} for t in doc)
    if name.end != subject.i + 1 or name.label_ not in names or unique or list(subject.rights):
        return
    again = root.lemma_ in word_set("again") | {"bear", "die"} and root.lemma_ not in {
        "win",
        "write",
        "produce",
        "lead",
        "host",
    }
    if not (is_a or again):
        return
    new = rng.choice(names[name.label_])
    if new == name.text or new.split()[-1] in doc.text:
        return
    text = new + doc.text[name.end_char :]
    yield Edit("other subject", text, OTHER, str(name.text), new)
    changed = another_count(doc, text, rng)
    if changed:
        yield Edit("other subject and count", changed, OTHER)
