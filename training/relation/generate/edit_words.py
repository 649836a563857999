"""Edits that put one word for another: antonyms, synonyms, wider and narrower words, and members of one class."""

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from training.relation.generate.edit_base import (
    EXCLUSIVE,
    FREE,
    OTHER,
    SAME,
    STRONGER,
    WEAKER,
    Edit,
    clouded,
    cut,
    inflected,
    pairs_of,
    plural,
    replaced,
    root_of,
    word_file,
)
from training.relation.generate.edit_numbers import when

GROUPS = {"VB": "verbs", "NN": "nouns", "JJ": "adjectives", "RB": "adverbs", "IN": "prepositions", "RP": "adverbs"}
MOTION = frozenset("go walk run climb look come move drive ride jump slide point fly ski march travel step".split())
TAKING_SIDES = frozenset("vote argue campaign speak fight protest rally demonstrate testify".split())
CONCRETE = frozenset("wear ride drive hold eat drink sit stand walk carry play push pull throw lie sleep climb".split())
TIMED = frozenset("before after".split())


def _swap(doc: Any, token: Any, new: str) -> tuple[str, str, str]:
    """The sentence with the word replaced throughout, and the swap itself."""
    if token.text[0].isupper():
        new = new[0].upper() + new[1:]
    return replaced(doc.text, token.text, new), token.text, new


def _group(token: Any) -> str:
    if token.i and token.text[0].isupper():
        return ""
    return GROUPS.get(token.tag_[:2], "")


def _form(token: Any, partner: str) -> str:
    return partner if _group(token) in {"prepositions", "adverbs", "adjectives"} else inflected(partner, token.tag_)


def synonyms(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A word of the same meaning."""
    for token in doc:
        group = _group(token)
        if not group or token.tag_ in {"NNP", "NNPS", "JJR", "JJS"} or token.dep_ == "compound" or token.ent_type_:
            continue
        if any(child.dep_ == "prt" for child in token.children) or "-" in {
            t.text for t in doc[max(0, token.i - 1) : token.i + 2]
        }:
            continue
        if token.dep_ in {"aux", "auxpass"} or (group == "verbs" and any(c.dep_ == "xcomp" for c in token.children)):
            continue
        partners = pairs_of("synonyms", group).get(token.lemma_ if group in {"verbs", "nouns"} else token.lower_, ())
        if partners:
            new = _form(token, rng.choice(partners))
            yield Edit("synonyms", *_rearranged(_swap(doc, token, new), SAME))


def _rearranged(swap: tuple[str, str, str], effect: str) -> tuple[str, str, str, str]:
    text, old, new = swap
    return text, effect, old, new


def antonyms(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A word of the contrary meaning, where sentence and place let it contradict."""
    cloud = clouded(doc)
    for token in doc:
        group = _group(token)
        if not group or token.tag_ in {"NNP", "NNPS", "JJR"} or token.ent_type_ or token.dep_ in {"compound", "aux"}:
            continue
        word = token.lemma_ if group in {"verbs", "nouns"} else token.lower_
        partners = pairs_of("antonyms", group).get(word, ())
        if group == "adjectives":
            partners += pairs_of("antonyms", "complementary").get(word, ())
        if not partners or not _telling(token, group):
            continue
        text, old, new = _swap(doc, token, _form(token, rng.choice(partners)))
        yield Edit("antonyms", text, FREE if cloud else EXCLUSIVE, old, new)


def _telling(token: Any, group: str) -> bool:
    """Whether the sentence turns on this word, so that its contrary denies the sentence."""
    root = token.head
    if group == "verbs":
        return token.dep_ == "ROOT" and not any(child.dep_ in {"prt", "xcomp", "conj"} for child in token.children)
    if group == "adjectives":
        if token.dep_ == "acomp":
            return root.dep_ == "ROOT" and not any(t.tag_ in {"RBR", "RBS"} for t in token.children)
        single = root.tag_ == "NN" and root.dep_ in {"attr", "dobj", "pobj", "nsubj"}
        return token.dep_ == "amod" and single and root.left_edge.lower_ in {"a", "an", "the", "his", "her", "its"}
    if group == "nouns":
        apart = root.dep_ == "ROOT" and token.dep_ in {"attr", "dobj", "nsubj"} and token.tag_ == "NN"
        return apart and not (token.dep_ == "attr" and token.left_edge.lower_ not in {"a", "an", "the"})
    if group == "adverbs":
        particle = token.lower_ in {"up", "down"}
        return root.dep_ == "ROOT" and token.dep_ in {"advmod", "prt"} and (not particle or root.lemma_ in MOTION)
    return _telling_preposition(token)


def _telling_preposition(token: Any) -> bool:
    word, head = token.lower_, token.head
    if word in {"up", "down"}:
        return head.lemma_ in MOTION
    if word in {"for", "against"}:
        return head.lemma_ in TAKING_SIDES
    if word in {"with", "without"}:
        thing = next((child for child in token.children if child.dep_ == "pobj"), None)
        return head.pos_ == "NOUN" and thing is not None and thing.left_edge.lower_ in {"a", "an"}
    return token.dep_ in {"prep", "mark"} and (word not in TIMED or head.dep_ == "ROOT")


def kinds(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A wider or a narrower word."""
    cloud = clouded(doc)
    for token in doc:
        group = _group(token)
        if group not in {"nouns", "verbs"} or token.tag_ in {"NNP", "NNPS"} or token.dep_ == "compound" or cloud:
            continue
        first = token.left_edge.lower_
        counted = token.tag_ == "NN" or first in {"two", "three", "four", "five"}
        if group == "nouns" and not (
            counted and first in {"a", "an", "the", "two", "three", "four", "five", "his", "her"}
        ):
            continue
        if any(child.dep_ in {"compound", "nmod", "prt"} or child.tag_ in {"JJS", "JJR"} for child in token.children):
            continue
        wide, narrow = _ladder(group)
        for table, effect in ((wide, WEAKER), (narrow, STRONGER)):
            if token.lemma_ in table:
                new = inflected(rng.choice(table[token.lemma_]), token.tag_)
                yield Edit("hypernyms", *_rearranged(_swap(doc, token, new), effect))


@cache
def _ladder(group: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    wide: dict[str, list[str]] = {}
    narrow: dict[str, list[str]] = {}
    for entry in word_file("hypernyms")[group].replace("\n", " ").split(","):
        if entry.strip():
            low, high = (part.strip() for part in entry.split("/"))
            wide.setdefault(low, []).append(high)
            narrow.setdefault(high, []).append(low)
    return wide, narrow


@cache
def _members() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for section in ("scene", "identity"):
        for name, row in word_file("classes")[section].items():
            for word in row.split(", "):
                table.setdefault(word, []).append((section, name))
    return table


def class_members(name: str) -> list[str]:
    """The words of one class."""
    section = "identity" if name in word_file("classes")["identity"] else "scene"
    return str(word_file("classes")[section][name]).split(", ")


def classmates(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """Another colour, animal, country, month ..."""
    for token in doc:
        named = token.text[0].isupper() and token.i > 0
        lemma = token.text if named else token.lemma_
        if lemma not in _members() or token.nbor(-1 if token.i else 0).text == "-" or _inside_name(token):
            continue
        section, name = rng.choice(_members()[lemma])
        if named != class_members(name)[0][0].isupper() or token.pos_ not in {"NOUN", "ADJ", "PROPN", "VERB"}:
            continue
        if (token.pos_ == "VERB") != (name == "activities"):
            continue
        new = rng.choice([word for word in class_members(name) if word != lemma])
        new = inflected(new, token.tag_) if token.tag_.startswith("VB") else new
        new = plural(new) if token.tag_ == "NNS" else new
        effect = FREE if clouded(doc) else _effect(section, name, token, doc)
        yield Edit(f"classes {name}", *_rearranged(_swap(doc, token, new), effect))


def _inside_name(token: Any) -> bool:
    """A word next to another capitalised one is part of a name ("New York Times", "Paris Hilton")."""
    around = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 < i < len(token.doc)]
    caught = any(t.text[0].isupper() or t.text in {"-", "–", "'s", "’s"} for t in around)
    return (
        caught or (token.dep_ == "compound" and token.text[0].isupper()) or "conj" in {c.dep_ for c in token.children}
    )


def _effect(section: str, name: str, token: Any, doc: Any) -> str:
    if token.dep_ == "conj":
        return FREE
    return _in_scene(name, token, doc) if section == "scene" else _in_identity(name, token, doc)


def _in_scene(name: str, token: Any, doc: Any) -> str:
    """In a scene that is being looked at there is one subject, one hat, one colour of it."""
    root = root_of(doc)
    going_on = root.tag_ == "VBG" and any(c.lower_ in {"is", "are", "was", "were"} for c in root.lefts)
    if name == "activities":
        return EXCLUSIVE if token is root and going_on else FREE
    single = token.tag_ in {"NN", "JJ"}
    noun = token if token.pos_ == "NOUN" else token.head
    near = noun.head is root or (noun.dep_ == "pobj" and noun.head.head is root)
    if token.dep_ == "compound" or not near:
        return FREE
    if going_on and (single or noun.dep_ == "nsubj"):
        return EXCLUSIVE
    told = root.tag_ in {"VBD", "VBZ"} and noun.left_edge.lower_ in {"a", "an", "the", "his", "her"}
    if told and single and (root.lemma_ in CONCRETE or name in {"relations", "colours", "places", "rooms"}):
        return EXCLUSIVE
    return FREE


def _in_identity(name: str, token: Any, doc: Any) -> str:
    """Births, foundings and "is a ..." have one place, one date, one nature."""
    root = root_of(doc)
    if name in {"months", "weekdays", "seasons"}:
        return when(doc) if token.head.dep_ == "prep" and token.head.head is root else FREE
    attr = next((child for child in root.rights if child.dep_ == "attr"), None)
    is_a = root.lemma_ == "be" and attr is not None and attr.tag_ in {"NN", "NNP"} and not _many(attr)
    if name in {"cities", "countries", "states", "continents"}:
        placed = token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "from"}
        if placed and token.head.head is root:
            return {EXCLUSIVE: EXCLUSIVE, OTHER: OTHER}.get(when(doc), FREE)
        return EXCLUSIVE if placed and is_a and token.head.head is attr else FREE
    if name in {"works", "settings", "bodies", "offices"}:
        return EXCLUSIVE if is_a and token is attr else FREE
    if name in {"nationalities", "genres", "music", "religions", "regions", "ordinals", "languages"}:
        return EXCLUSIVE if is_a and token.head is attr and token.dep_ in {"amod", "compound"} else FREE
    if name == "directions":
        return EXCLUSIVE if root.lemma_ in {"locate", "situate", "lie"} else FREE
    return FREE


def _many(noun: Any) -> bool:
    return any(child.dep_ in {"conj", "cc", "appos"} for child in noun.children) or noun.left_edge.lower_ in {
        "one",
        "some",
    }


def complements(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """ "is open", "is not closed"; "is tall", which "is not short" does not say."""
    root = root_of(doc)
    for token in root.rights:
        if token.dep_ != "acomp" or root.lemma_ != "be" or root.text.lower() not in {"is", "was", "are", "were"}:
            continue
        if any(child.dep_ != "prep" for child in token.children) or doc.text.count(" and ") or doc.text.count(","):
            continue
        no = next((child for child in root.children if child.dep_ == "neg"), None)
        both = pairs_of("antonyms", "complementary").get(token.lower_, ())
        contrary = pairs_of("antonyms", "adjectives").get(token.lower_, ())
        others = [child for child in root.children if child.dep_ in {"advmod", "aux", "advcl"}]
        if no is not None and no.i != token.i - 1:
            continue
        if others or (no is None and clouded(doc)) or not (both or contrary):
            continue
        new = rng.choice(both or contrary)
        if no is None:
            yield Edit(
                "double change", cut(doc, token.idx, token.idx + len(token), f"not {new}"), SAME if both else WEAKER
            )
        else:
            yield Edit("double change", cut(doc, no.idx, token.idx + len(token), f" {new}"), SAME if both else STRONGER)
