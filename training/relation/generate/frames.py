"""News-like pairs from event frames: one telling of an invented event beside another telling, or beside another event.

    python -m training.relation.generate.frames

A frame is one proposition in several wordings, with the wordings that deny it and those that say the opposite. Frames
that belong to one story share its names and numbers, so that pairs which only look alike can be made as easily as
pairs which agree or conflict, in the same words: nothing in a hypothesis alone tells its label.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from training.relation.generate.numbers import SPANS, Amount, Quantity, quantity, relation
from training.relation.generate.slots import Value, draw_day, fill, kind_of, other_value, sentence, slots, takes_bound
from training.relation.generate.story import Frame, Pools, Story, draw_values, read_pools, read_stories
from training.relation.pairs import LabelledPair

ENTAILED, OPEN, CONFLICT = 0, 1, 2
# How often each kind is made. A good quarter is OPEN although words or values differ: such pairs tempt most.
SHARES: dict[tuple[str, int], float] = {
    ("paraphrase", 0): 16, ("detail", 0): 7, ("detail", 1): 3.5, ("date", 0): 3, ("date", 1): 1.5, ("date", 2): 4,
    ("value", 2): 14, ("swap", 0): 1.3, ("swap", 1): 1.5, ("swap", 2): 3.5, ("polarity", 0): 5, ("polarity", 2): 9,
    ("antonym", 0): 3, ("antonym", 1): 1, ("antonym", 2): 6, ("bound", 0): 5, ("bound", 1): 3.5, ("bound", 2): 5,
    ("modality", 0): 2, ("modality", 1): 2.5, ("modality", 2): 2.5, ("attribution", 0): 4, ("attribution", 1): 4,
    ("attribution", 2): 4, ("elsewhere", 1): 17, ("beside", 1): 15.5, ("unrelated", 1): 2.5,
}  # fmt: skip
SAID = ("{c}, {v} said", "{v} said that {c}", "{c}, according to {v}", "according to {v}, {c}", "{v} reported that {c}")
CLAIMED = ("{v} claimed that {c}", "{v} alleged that {c}", "{v} spread the rumour that {c}", "{v} suspected that {c}")
DENIED = ("{v} denied that {c}", "{v} said it was not true that {c}", "{v} rejected reports that {c}")
UNTRUE = ("it is not true that {c}", "reports that {c} were false", "it is untrue that {c}", "it is wrong that {c}")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Scene:
    """A story with its slots filled: what the makers of pairs draw on."""

    story: Story
    frame: Frame
    values: dict[str, Value]
    pools: Pools
    others: tuple[Story, ...]
    rng: random.Random

    def tell(self, templates: tuple[str, ...], values: Mapping[str, Value] | None = None, loosely: float = 0) -> str:
        """One of the wordings; with the chance `loosely`, an amount in it only bounded or rounded."""
        template = self.rng.choice(templates)
        values = values or self.values
        told = {}
        free = sorted(name for name in slots(template) if takes_bound(template, name))
        if free and self.rng.random() < loosely:
            amount = values[self.rng.choice(free)]
            assert isinstance(amount, Amount)
            told = {name: quantity(amount, self.rng, "lhbr").text for name in free if values[name] == amount}
        return fill(template, values, self.rng, told)

    def twice(self, templates: tuple[str, ...]) -> Pair:
        """Two tellings, mostly in different words."""
        if len(templates) == 1 or self.rng.random() < 0.1:
            return self.tell(templates), self.tell(templates)
        one, two = self.rng.sample(templates, 2)
        return self.tell((one,)), self.tell((two,))

    def any_state(self) -> tuple[str, ...]:
        """Affirmed, opposed or denied."""
        return self.rng.choice([s for s in (self.frame.says,) * 2 + (self.frame.opposes, self.frame.denies) if s])

    def changed(self, name: str) -> dict[str, Value]:
        same_kind = {v for k, v in self.values.items() if kind_of(k) == kind_of(name) and k != name}
        while True:
            value = other_value(name, self.values[name], self.pools, self.rng)
            if value not in same_kind:
                return {**self.values, name: value}

    def either(self, one: str, two: str) -> Pair:
        """A relation that holds both ways, in a random order."""
        return (one, two) if self.rng.random() < 0.5 else (two, one)


def paraphrase(scene: Scene, label: int) -> Pair | None:
    state = scene.frame.opposes if scene.frame.opposes and scene.rng.random() < 0.2 else scene.frame.says
    tail = scene.rng.choice(scene.frame.more) if scene.frame.more and scene.rng.random() < 0.2 else ""
    tail = tail if state is scene.frame.says else ""
    one, two = scene.twice(state)
    return one + tail, two + tail


def detail(scene: Scene, label: int) -> Pair | None:
    """What is left out is still so; what is added is not said."""
    frame = scene.frame
    if not frame.implied and not frame.more:
        return None
    if frame.implied and (not frame.more or scene.rng.random() < 0.5):
        pair = scene.tell(frame.says), scene.tell(frame.implied)
    else:
        pair = scene.tell(frame.says) + scene.rng.choice(frame.more), scene.tell(frame.says)
    return pair if label == ENTAILED else pair[::-1]


def date(scene: Scene, label: int) -> Pair | None:
    if scene.frame.day == "none" or (label == CONFLICT and scene.frame.day == "vary"):
        return None
    day, other = draw_day(scene.rng), draw_day(scene.rng)
    full = " on " + day.full(scene.rng)
    month = f" in {day.month} {day.year}"
    one, two = scene.tell(scene.frame.says), scene.tell(scene.frame.says)
    if label == CONFLICT:
        other_month = (day.month, day.year) != (other.month, other.year)
        late = f" in {other.month} {other.year}" if other_month and scene.rng.random() < 0.3 else None
        return scene.either(one + full, two + (late or " on " + other.full(scene.rng))) if day != other else None
    if label == ENTAILED:
        return one + full, two + scene.rng.choice((month, " on " + day.full(scene.rng), f" in {day.year}"))
    if scene.frame.day == "vary" and day != other:
        return scene.either(one + full, two + " on " + other.full(scene.rng))
    return one + scene.rng.choice((month, "")), two + full


def value(scene: Scene, label: int) -> Pair | None:
    frame = scene.frame
    names = sorted(set(frame.fixed) & slots(frame.says[0]) - set(frame.vary))
    if not names:
        return None
    name = scene.rng.choice(names)
    amount = isinstance(scene.values[name], Amount)
    state = frame.opposes if amount and frame.opposes and scene.rng.random() < 0.3 else frame.says
    state = tuple(template for template in state if name in slots(template))
    return (scene.tell(state), scene.tell(state, scene.changed(name))) if state else None


def swap(scene: Scene, label: int) -> Pair | None:
    names = (scene.frame.mirror, scene.frame.mutual, scene.frame.swap)[label]
    if not names:
        return None
    one, two = names
    swapped = {**scene.values, one: scene.values[two], two: scene.values[one]}
    return scene.tell(scene.frame.says), scene.tell(scene.frame.says, swapped)


def polarity(scene: Scene, label: int) -> Pair | None:
    frame, rng = scene.frame, scene.rng
    wrapped = rng.random() < 0.15
    if label == CONFLICT:
        denial = _wrap(scene, frame.says, UNTRUE) if wrapped else frame.denies and scene.tell(frame.denies)
        return scene.either(scene.tell(frame.says), denial) if denial else None
    if wrapped:
        return _wrap(scene, frame.says, UNTRUE), _wrap(scene, frame.says, UNTRUE)
    return scene.twice(frame.denies) if len(frame.denies) > 1 else None


def antonym(scene: Scene, label: int) -> Pair | None:
    frame = scene.frame
    if not frame.opposes or (label != CONFLICT and not frame.denies):
        return None
    one = scene.tell(frame.opposes, loosely=0.1)
    if label == CONFLICT:
        return scene.either(one, scene.tell(frame.says, loosely=0.1))
    pair = one, scene.tell(frame.denies)
    return pair if label == ENTAILED else pair[::-1]


def bound(scene: Scene, label: int) -> Pair | None:
    state = scene.frame.opposes if scene.frame.opposes and scene.rng.random() < 0.3 else scene.frame.says
    names = sorted({name for template in state for name in slots(template) if takes_bound(template, name)})
    if not names:
        return None
    name = scene.rng.choice(names)
    told = tuple(template for template in state if takes_bound(template, name))
    amount = scene.values[name]
    assert isinstance(amount, Amount)
    for _ in range(30):
        shapes = scene.rng.choice((("e", "lhbr"), ("lhbr", "e"), ("lhb", "lhb"), ("lhb", "lhbr")))
        one, two = quantity(amount, scene.rng, shapes[0]), quantity(amount, scene.rng, shapes[1])
        if relation(one, two) == label and one.text != two.text:
            return _with(scene, told, name, one), _with(scene, told, name, two)
    return None


def modality(scene: Scene, label: int) -> Pair | None:
    """What may be, what is to come and what was."""
    frame, rng = scene.frame, scene.rng
    if not frame.may or (not frame.sure and rng.random() < 0.5):
        return None
    if label == CONFLICT and rng.random() < 0.4:
        return (scene.tell(frame.denies), scene.tell(frame.may)) if frame.denies else None
    if label == CONFLICT:
        return scene.either(scene.tell(frame.sure), scene.tell(frame.never)) if frame.sure and frame.never else None
    if frame.sure and rng.random() < 0.6:
        if label == ENTAILED:
            return scene.tell(frame.sure), scene.tell(rng.choice((frame.sure, frame.likely)))
        future = rng.choice((frame.sure, frame.likely, frame.never or frame.sure))
        return scene.either(scene.tell(future), scene.tell(frame.says))
    pair = scene.tell(frame.says), scene.tell(frame.may)
    return pair if label == ENTAILED else pair[::-1]


def attribution(scene: Scene, label: int) -> Pair | None:
    """News takes what officials say for so, not what is claimed; a denial conflicts with what it denies."""
    rng, state = scene.rng, scene.frame.says if scene.rng.random() < 0.7 else scene.any_state()
    plain = scene.tell(state)
    voice, other = rng.sample(scene.story.voices + ("an official", "a local newspaper"), 2)

    def by(forms: tuple[str, ...], speaker: str) -> str:
        return _wrap(scene, state, forms, speaker)

    if label == ENTAILED:
        forms = rng.choice((SAID, SAID, CLAIMED[:1], DENIED))
        told = by(forms, voice)
        return told, plain if forms is SAID and rng.random() < 0.5 else by(forms, voice)
    if label == CONFLICT:
        return scene.either(rng.choice((plain, by(SAID, voice), by(CLAIMED[:1], voice))), by(DENIED, voice))
    if rng.random() < 0.4:
        return scene.either(by(CLAIMED, voice), plain)
    one, two = rng.choice(
        ((SAID, SAID), (SAID, DENIED), (CLAIMED, SAID), (SAID, CLAIMED), (DENIED, DENIED), (DENIED, SAID))
    )
    return by(one, voice), by(two, other)


def elsewhere(scene: Scene, label: int) -> Pair | None:
    """The same kind of event at another time or place, or of somebody else: nothing follows, whatever differs."""
    frame, rng = scene.frame, scene.rng
    names = sorted(set(frame.vary) & slots(frame.says[0]))
    if not names:
        return None
    key = rng.choice(names)
    there = scene.changed(key)
    for name in frame.fixed:
        if name in there and name not in frame.vary and rng.random() < 0.6:
            there[name] = scene.changed(name)[name]
    moods = (frame.may, frame.sure, frame.never, frame.implied)
    state = rng.choice(moods) if rng.random() < 0.2 else scene.any_state()
    one = tuple(template for template in scene.any_state() if key in slots(template))
    two = tuple(template for template in state if key in slots(template))
    if not one or not two:
        return None
    day = " on " + draw_day(rng).full(rng) if state is frame.says and frame.day != "none" and rng.random() < 0.5 else ""
    pair = scene.tell(one, loosely=0.15), scene.tell(two, there, loosely=0.15) + day
    if rng.random() < 0.1:
        return rng.choice(UNTRUE).format(c=pair[0]), pair[1]
    return pair if rng.random() < 0.9 else (pair[0], rng.choice(UNTRUE).format(c=pair[1]))


def beside(scene: Scene, label: int) -> Pair | None:
    """Another measure or another part of the same event."""
    others = [frame for frame in scene.story.frames if frame is not scene.frame and not frame.presumed]
    if not others or scene.frame.presumed:
        return None
    other = scene.rng.choice(others)
    states = (other.says,) * 2 + (() if scene.story.tied else (other.opposes, other.denies))
    state = scene.rng.choice([state for state in states if state])
    values = dict(scene.values)
    if scene.story.at_most:
        return scene.either(scene.tell(scene.frame.says), scene.tell(state))
    for name in values:
        if kind_of(name) in SPANS and scene.rng.random() < 0.7:
            values[name] = scene.changed(name)[name]
    return scene.either(scene.tell(scene.frame.says, loosely=0.15), scene.tell(state, values, loosely=0.15))


def unrelated(scene: Scene, label: int) -> Pair | None:
    """Another story about the same names."""
    other = scene.rng.choice([story for story in scene.others if story.domain != scene.story.domain])
    shared = {name: held for name, held in scene.values.items() if isinstance(held, str)}
    values = {**draw_values(other, scene.pools, scene.rng), **shared}
    frame = scene.rng.choice(other.frames)
    states = [state for state in (frame.says, frame.opposes, frame.denies) if state]
    return scene.tell(scene.any_state()), scene.tell(scene.rng.choice(states), values)


MAKERS: dict[str, Callable[[Scene, int], Pair | None]] = {
    maker.__name__: maker
    for maker in (
        paraphrase, detail, date, value, swap, polarity, antonym, bound, modality, attribution, elsewhere, beside,
        unrelated,
    )
}  # fmt: skip


def frame_pairs(seed: int, count: int) -> list[LabelledPair]:
    """`count` distinct pairs, the same ones for the same seed."""
    rng = random.Random(seed)
    pools, stories = read_pools(), read_stories()
    frames = [(story, frame) for story in stories for frame in story.frames]
    total = sum(SHARES.values())
    pairs: dict[Pair, LabelledPair] = {}
    wanted = [key for key, share in SHARES.items() for _ in range(round(share / total * count) + 1)]
    rng.shuffle(wanted)
    for kind, label in wanted[:count]:
        made = None
        while made is None or made in pairs or made[::-1] in pairs or made[0] == made[1]:
            story, frame = rng.choice(frames)
            scene = Scene(story, frame, draw_values(story, pools, rng), pools, stories, rng)
            raw = MAKERS[kind](scene, label)
            made = raw and _finish(raw, scene, kind)
        pairs[made] = LabelledPair(*made, label, f"frames:{kind}")
    return list(pairs.values())


def _with(scene: Scene, templates: tuple[str, ...], name: str, told: Quantity) -> str:
    return fill(scene.rng.choice(templates), scene.values, scene.rng, {name: told.text})


def _wrap(scene: Scene, state: tuple[str, ...], forms: tuple[str, ...], voice: str = "") -> str:
    return scene.rng.choice(forms).format(c=scene.tell(state), v=voice)


def _finish(pair: Pair, scene: Scene, kind: str) -> Pair:
    """Whole sentences; now and then one side names the public source it has, which changes nothing."""
    one, two = pair
    if kind != "attribution":
        one, two = (_sourced(text, scene) if scene.rng.random() < 0.1 else text for text in pair)
    return sentence(one), sentence(two)


def _sourced(text: str, scene: Scene) -> str:
    return scene.rng.choice(SAID).format(c=text, v=scene.rng.choice(("officials", "local media", "a spokesman")))


def main() -> None:
    """What is made of each kind, and some of it to read."""
    pairs = frame_pairs(7, 45_000)
    counts = Counter((pair.source, pair.label) for pair in pairs)
    for (source, label), number in sorted(counts.items()):
        print(f"{source:22} {label} {number:6}")
    print(Counter(pair.label for pair in pairs))
    for pair in random.Random().sample(pairs, 40):
        print(f"\n{pair.source} {pair.label}\n  {pair.premise}\n  {pair.hypothesis}")


if __name__ == "__main__":
    main()
