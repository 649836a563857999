"""What the relation model sees in each pass of its training."""

import random
from pathlib import Path

from training.relation.facts import pairs_of_facts, read_facts
from training.relation.pairs import (
    GENERATED,
    SEED,
    LabelledPair,
    both_ways,
    read_drawn,
    read_file,
    read_later,
    read_news,
    read_public,
    read_written,
)
from training.relation.revalued import revalued

WRITTEN_TIMES = 3  # how often a written pair is seen in the second pass; there are few, and they are what it is for
DRAWN_TIMES = 2  # how often a pair drawn from whole articles, or written last, is seen in the fourth pass
REPLAYED = 15_000  # pairs of the pass before that the third and the fourth see again, so as not to forget them
WEAK = (
    "edits:ordinals",
    "edits:classes ordinals",
    "edits:antonyms",
    "edits:cardinals",
)  # and all of what it was weak at
ACROSS = (2, 1)  # pairs of unrelated claims of one story for each written pair, in the second pass and in the third
REVALUED_TIMES = 2
FACTS_REPLAYED, WRITTEN_REPLAYED = 8_000, 10_000  # pairs that the seventh pass sees again
OLDER = {"facts": 6_000, "drawn": 6_000, "written": 16_000}  # and the eighth and the ninth, of each kind


def second_pass(nli: Path, *, generated: bool) -> list[LabelledPair]:
    """Part of the public pairs, and with `generated` those made for news."""
    public = read_public(nli / "train", second_pass=True)
    return public + ([*read_file(GENERATED), *read_news(WRITTEN_TIMES, ACROSS[0], "first")] if generated else [])


def third_pass(nli: Path) -> list[LabelledPair]:
    """The written pairs but for the newest, and some of the pass before."""
    generated = list(read_file(GENERATED))
    weak = [pair for pair in generated if pair.source.startswith(WEAK)]
    replayed = random.Random(SEED).sample([*read_public(nli / "train", second_pass=True), *generated], REPLAYED)
    return read_news(2, ACROSS[1], "first", "later") + replayed + weak


def fourth_pass(nli: Path) -> list[LabelledPair]:
    """Pairs drawn from whole articles, the newest written, those with a changed figure, and some of the pass before."""
    drawn = read_drawn(held_out=False)
    written = [pair for pair in read_written() if not pair.held_out]
    changed = [*revalued(drawn), *revalued(written)]
    replayed = random.Random(SEED).sample(third_pass(nli), REPLAYED)
    return (
        both_ways(drawn * DRAWN_TIMES + changed * REVALUED_TIMES)
        + read_news(DRAWN_TIMES, ACROSS[1], "newest")
        + replayed
    )


def _facts(folder: str, *, sparing: bool = False) -> list[LabelledPair]:
    return pairs_of_facts([fact for fact in read_facts(folder) if not fact.held_out], sparing=sparing)


def fifth_pass(nli: Path) -> list[LabelledPair]:
    """Facts told in many ways, pairs drawn from whole articles, and some of the pass before."""
    drawn = read_drawn(held_out=False)
    return _facts("plain") + both_ways(drawn) + random.Random(SEED).sample(fourth_pass(nli), REPLAYED)


def sixth_pass(nli: Path) -> list[LabelledPair]:
    """Facts told in passing by long sentences, some of the pass before, and of the written pairs of the third."""
    chance = random.Random(SEED)
    return _facts("passing") + chance.sample(fifth_pass(nli), REPLAYED) + chance.sample(third_pass(nli), REPLAYED)


def seventh_pass(nli: Path) -> list[LabelledPair]:
    """The newest facts, and some of the facts and written and drawn pairs before."""
    chance = random.Random(SEED)
    older = [*_facts("plain"), *_facts("passing")]
    return (
        _facts("newest", sparing=True)
        + chance.sample(older, FACTS_REPLAYED)
        + chance.sample(third_pass(nli), WRITTEN_REPLAYED)
        + both_ways(read_drawn(held_out=False))
    )


def _later_stories(nli: Path, *letters: str) -> list[LabelledPair]:
    """Pairs drawn from stories told later, those with a changed figure, and some of all that was seen before."""
    drawn = read_later(*letters)
    chance = random.Random("".join(letters))
    before = {
        "facts": _facts("*", sparing=True),
        "drawn": both_ways(read_drawn(held_out=False)),
        "written": third_pass(nli),
    }
    again = [pair for kind, pairs in before.items() for pair in chance.sample(pairs, OLDER[kind])]
    return both_ways([*drawn, *revalued(drawn)]) + again


def eighth_pass(nli: Path) -> list[LabelledPair]:
    """The first stories that were told later."""
    return _later_stories(nli, "b", "c")


def ninth_pass(nli: Path) -> list[LabelledPair]:
    """Those, and the stories told after them."""
    return _later_stories(nli, "b", "c", "d")
