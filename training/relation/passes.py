"""What the relation model sees in each pass of its training."""

import random
from collections.abc import Mapping
from pathlib import Path

from training.relation.facts import pairs_of_facts, read_facts
from training.relation.pairs import (
    GENERATED,
    SEED,
    LabelledPair,
    both_ways,
    read_doubtful,
    read_drawn,
    read_file,
    read_later,
    read_news,
    read_opinions,
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
TOLD = ("newest", "passing", "plain")  # the facts that the passes before the fourteenth see
OLDER = {"facts": 6_000, "drawn": 6_000, "written": 16_000}  # and the eighth and the ninth, of each kind
LATER_REPLAYED, OLDER_SHARE = 12_000, 0.6  # of the eighth and the ninth, and of those older, which the tenth sees again
DRAWN_REPLAYED = 36_000  # of all stories told later before the last, and of the doubtful pairs, in the eleventh
AGAIN = {"facts": 8_000, "written": 20_000, "public": 22_000}  # of what is older in the twelfth, of each kind
NEWS_REPLAYED, AGAIN_SHARE = 30_000, 0.4  # of the stories told as news, and of that, which the thirteenth sees again
LAST_REPLAYED = 30_000  # of the thirteenth, which the fourteenth sees again
OTHERWISE = {"turned": 4_000, "drawn": 16_000}  # seen again in the sixteenth, of each kind
OTHERWISE_OLDER = {"facts": 7_000, "written": 9_000, "public": 9_000}
TELLING = {"drawn": 46_000, "written": 14_000}  # of what the fifteenth learns relations of, of each kind
TAUGHT = {"turned": 4_000, "otherwise": 4_000}  # beside the teacher's opinions in the seventeenth, of each kind
TAUGHT_OLDER = {"facts": 3_000, "written": 4_000, "public": 6_000}


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
    drawn = read_drawn()
    written = [pair for pair in read_written() if not pair.held_out]
    changed = [*revalued(drawn), *revalued(written)]
    replayed = random.Random(SEED).sample(third_pass(nli), REPLAYED)
    return (
        both_ways(drawn * DRAWN_TIMES + changed * REVALUED_TIMES)
        + read_news(DRAWN_TIMES, ACROSS[1], "newest")
        + replayed
    )


def facts_in(*folders: str, sparing: bool = False) -> list[LabelledPair]:
    return pairs_of_facts([fact for fact in read_facts(*folders) if not fact.held_out], sparing=sparing)


def fifth_pass(nli: Path) -> list[LabelledPair]:
    """Facts told in many ways, pairs drawn from whole articles, and some of the pass before."""
    drawn = read_drawn()
    return facts_in("plain") + both_ways(drawn) + random.Random(SEED).sample(fourth_pass(nli), REPLAYED)


def sixth_pass(nli: Path) -> list[LabelledPair]:
    """Facts told in passing by long sentences, some of the pass before, and of the written pairs of the third."""
    chance = random.Random(SEED)
    return facts_in("passing") + chance.sample(fifth_pass(nli), REPLAYED) + chance.sample(third_pass(nli), REPLAYED)


def seventh_pass(nli: Path) -> list[LabelledPair]:
    """The newest facts, and some of the facts and written and drawn pairs before."""
    chance = random.Random(SEED)
    older = [*facts_in("plain"), *facts_in("passing")]
    return (
        facts_in("newest", sparing=True)
        + chance.sample(older, FACTS_REPLAYED)
        + chance.sample(third_pass(nli), WRITTEN_REPLAYED)
        + both_ways(read_drawn())
    )


def _later_stories(nli: Path, *letters: str) -> list[LabelledPair]:
    """Pairs drawn from stories told later, those with a changed figure, and some of all that was seen before."""
    drawn = read_later(*letters)
    return both_ways([*drawn, *revalued(drawn)]) + _older(nli, "".join(letters))


def _older(nli: Path, seed: str, share: float = 1, counts: Mapping[str, int] = OLDER) -> list[LabelledPair]:
    """Some of what was seen before, of each kind a share of its count."""
    chance = random.Random(seed)
    before = {
        "facts": lambda: facts_in(*TOLD, sparing=True),
        "drawn": lambda: both_ways(read_drawn()),
        "written": lambda: third_pass(nli),
        "public": lambda: read_public(nli / "train", second_pass=True),
    }
    return [pair for kind, count in counts.items() for pair in chance.sample(before[kind](), round(share * count))]


def eighth_pass(nli: Path) -> list[LabelledPair]:
    """The first stories that were told later."""
    return _later_stories(nli, "b", "c")


def ninth_pass(nli: Path) -> list[LabelledPair]:
    """Those, and the stories told after them."""
    return _later_stories(nli, "b", "c", "d")


def tenth_pass(nli: Path) -> list[LabelledPair]:
    """The newest stories, the pairs of all stories that the model was unsure of, and some of all seen before."""
    drawn = read_later("e", "f")
    later = random.Random(SEED).sample(both_ways(read_later("b", "c", "d")), LATER_REPLAYED)
    new = both_ways([*drawn, *revalued(drawn), *read_doubtful()])
    return new + later + _older(nli, "ef", OLDER_SHARE)


def eleventh_pass(nli: Path) -> list[LabelledPair]:
    """The stories told last, and some of all seen before."""
    drawn = read_later("g")
    before = both_ways([*read_later("b", "c", "d", "e", "f"), *read_doubtful()])
    later = random.Random(SEED).sample(before, DRAWN_REPLAYED)
    return both_ways([*drawn, *revalued(drawn)]) + later + _older(nli, "g", OLDER_SHARE)


def twelfth_pass(nli: Path) -> list[LabelledPair]:
    """All stories once more, with every other of their unrelated pairs, and more of the rest than the passes before."""
    return _stories_again() + _older(nli, "again", counts=AGAIN)


def thirteenth_pass(nli: Path) -> list[LabelledPair]:
    """The explainers, and some of all seen before."""
    drawn = read_later("h")
    news = random.Random("explained").sample(_stories_again(), NEWS_REPLAYED)
    return both_ways([*drawn, *revalued(drawn)]) + news + _older(nli, "again", AGAIN_SHARE, AGAIN)


def fourteenth_pass(nli: Path) -> list[LabelledPair]:
    """What contradicts in nearly the same words, and some of the pass before."""
    return facts_in("turned", sparing=True) + random.Random("turned").sample(thirteenth_pass(nli), LAST_REPLAYED)


def fifteenth_pass(_nli: Path) -> list[LabelledPair]:
    """Pairs of which it is known what they are to each other: drawn from all stories, and written."""
    chance = random.Random("telling")
    drawn, written = _stories_again("h"), both_ways([pair for pair in read_written() if not pair.held_out])
    return chance.sample(drawn, TELLING["drawn"]) + chance.sample(written, TELLING["written"])


def sixteenth_pass(nli: Path) -> list[LabelledPair]:
    """What is said, and contradicted, in wholly different words, and some of all seen before."""
    chance = random.Random("otherwise")
    turned, drawn = facts_in("turned", sparing=True), _stories_again("h")
    return (
        facts_in("otherwise", sparing=True)
        + chance.sample(turned, OTHERWISE["turned"])
        + chance.sample(drawn, OTHERWISE["drawn"])
        + _older(nli, "otherwise", counts=OTHERWISE_OLDER)
    )


def seventeenth_pass(nli: Path) -> list[LabelledPair]:
    """What the teacher was asked about, and some of all seen before."""
    chance = random.Random("taught")
    return (
        read_opinions()
        + chance.sample(facts_in("turned", sparing=True), TAUGHT["turned"])
        + chance.sample(facts_in("otherwise", sparing=True), TAUGHT["otherwise"])
        + _older(nli, "taught", counts=TAUGHT_OLDER)
    )


def _stories_again(*more: str) -> list[LabelledPair]:
    chance = random.Random("again")
    drawn = [*read_drawn(), *read_later("b", "c", "d", "e", "f", "g", *more), *read_doubtful()]
    kept = [pair for pair in drawn if pair.relation != "unrelated" or chance.random() < 1 / 2]
    return both_ways([*kept, *revalued(drawn)])
