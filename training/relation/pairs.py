"""The labelled pairs that the relation model learns from: read, cleaned, and split into training and held out.

Three kinds: public sets, pairs generated from frames and by edits (`generate/`), and pairs written by hand as two
articles about one story might put things (`written/`).
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")
RELATIONS = ("agree", "differ", "conflict", "unrelated")  # of two claims, as a reader of both articles puts it
UNKNOWN = -1  # the label of a pair of which only the teacher says anything
WRITTEN = Path(__file__).parent / "written"
DRAWN = Path(__file__).parents[1] / "stories" / "pairs"
DOUBTFUL = DRAWN.with_name("doubtful")
GENERATED = Path(__file__).parent / "build" / "generated.jsonl"
OPINIONS = GENERATED.with_name("opinions.jsonl")
SEED = 20261122

# How many of each public file are taken in the first pass and in the second (None: all). ConjNLI's pairs are machine
# edits of few sentences, and HELP's are all of one kind ("and ..." cut off or added): both teach what they have to
# teach in a part of themselves. The second pass makes room for the pairs made for news.
PUBLIC: dict[str, tuple[int | None, int | None]] = {
    "new_protocols": (None, 20_000),
    "lingnli": (None, None),
    "semi_auto_nli": (None, 8_000),
    "cad_nli": (None, 8_000),
    "conjnli": (6_000, 2_000),
    "fever_rte_dev": (None, 5_000),
    "fm2": (None, None),
    "help": (2_500, 1_000),
}
HELD_OUT = 40  # one premise in this many is kept from training: temperature and progress are read off those pairs
STORIES_HELD_OUT = 5  # one written story in this many: on those the decision is fitted (training/decision)
WHOLE_HELD_OUT = 3  # and one in this many of the first stories told in whole articles
TOLD_LATER = re.compile(r"[b-h][a-h]-")
LATER_HELD, LATER_HELD_OUT = ("f", "h"), 5  # of those told later with these letters one in this many is kept aside
LITTLE_IN_COMMON = 0.3  # share of words; claims of two rows that have more may say the same thing


@dataclass(frozen=True)
class LabelledPair:
    """Whether `premise` entails (0), leaves open (1) or contradicts (2) `hypothesis`, and their relation if known.

    `opinion` has the teacher's probabilities of LABELS and of RELATIONS, where it was asked (teacher/).
    """

    premise: str
    hypothesis: str
    label: int
    source: str
    relation: str = ""
    opinion: tuple[float, ...] = ()

    @property
    def held_out(self) -> bool:
        """By the premise's hash, so that no premise stands on both sides."""
        return int(sha256(self.premise.encode()).hexdigest(), 16) % HELD_OUT == 0

    @property
    def order(self) -> str:
        """A place in an order that has nothing to do with what the pair says."""
        return sha256(f"{self.source}\n{self.premise}\n{self.hypothesis}".encode()).hexdigest()


@dataclass(frozen=True)
class WrittenPair:
    """Two claims about one story as a person labelled them: their relation, and what each says about the other."""

    story: str
    a: str
    b: str
    relation: str
    types: tuple[str, ...]
    ab: str
    ba: str
    garbled: str = ""  # "a", "b" or "ab": of a pair drawn from articles, the claim that is not what the article says
    second: str = ""  # the relation in the eyes of a second reader, if there was one

    @property
    def held_out(self) -> bool:
        return one_in(STORIES_HELD_OUT, self.story)


def one_in(many: int, story: str) -> bool:
    """Whether a story is one of those kept from training; by its name's hash."""
    return int(sha256(story.encode()).hexdigest(), 16) % many == 0


def read_public(folder: Path, *, second_pass: bool) -> list[LabelledPair]:
    """The training pairs under `folder` (nli/train), as many of each file as PUBLIC says."""
    pairs: list[LabelledPair] = []
    for name, limits in PUBLIC.items():
        read = sorted(set(read_file(folder / f"{name}.jsonl.gz")), key=lambda pair: (pair.order, pair.label))
        pairs += read[: limits[second_pass]]
    return pairs


def read_file(path: Path) -> Iterator[LabelledPair]:
    """Pairs of one .jsonl or .jsonl.gz file with the keys premise, hypothesis and label."""
    source = path.name.partition(".")[0]
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in text.decode().splitlines():
        row = json.loads(line)
        if row["label"] in LABELS:
            yield LabelledPair(
                _plain(row["premise"]), _plain(row["hypothesis"]), LABELS.index(row["label"]), row.get("source", source)
            )


def read_written(*folders: Path) -> list[WrittenPair]:
    """All written pairs of some folders, in the order of their files."""
    paths = [path for folder in folders or (WRITTEN,) for path in sorted(folder.rglob("*.jsonl"))]
    rows = (json.loads(line) for path in paths for line in path.read_text().splitlines())
    return [WrittenPair(**{**row, "types": tuple(row["types"])}) for row in rows]


def is_kept_aside(story: str) -> bool:
    """Whether a story told in whole articles is never trained on."""
    if not TOLD_LATER.match(story):
        return one_in(WHOLE_HELD_OUT, story)
    return story.startswith(LATER_HELD) and one_in(LATER_HELD_OUT, story)


def read_kept_aside() -> list[WrittenPair]:
    """The pairs drawn from whole articles that are never trained on."""
    return [pair for pair in read_written(DRAWN, DOUBTFUL) if is_kept_aside(pair.story)]


def read_drawn() -> list[WrittenPair]:
    """The pairs drawn from the first whole articles, without those kept aside."""
    return [pair for pair in _trained_on(DRAWN) if not TOLD_LATER.match(pair.story)]


def read_later(*letters: str) -> list[WrittenPair]:
    """Those of the stories told later whose names begin with one of the letters."""
    return [pair for pair in _trained_on(DRAWN) if TOLD_LATER.match(pair.story) and pair.story.startswith(letters)]


def read_doubtful() -> list[WrittenPair]:
    """The pairs of any story of which an earlier model was unsure, without those kept aside."""
    return _trained_on(DOUBTFUL)


def read_all_drawn() -> list[WrittenPair]:
    """The pairs drawn from all whole articles, without those kept aside."""
    return [*read_drawn(), *read_later("b", "c", "d", "e", "f", "g", "h"), *read_doubtful()]


def _trained_on(folder: Path) -> list[WrittenPair]:
    return [pair for pair in read_written(folder) if not is_kept_aside(pair.story)]


def read_opinions() -> list[LabelledPair]:
    """The pairs that the teacher was asked about, both ways, with what it says and the labels that some have."""
    both: list[LabelledPair] = []
    for line in OPINIONS.read_text(encoding="utf-8").splitlines():
        a, b, ab, ba, known, said = json.loads(line)
        relation = RELATIONS[known] if known != UNKNOWN else ""
        there, back, related = said[: len(LABELS)], said[len(LABELS) : 2 * len(LABELS)], said[2 * len(LABELS) :]
        both.append(LabelledPair(a, b, ab, "asked", relation, (*there, *related)))
        both.append(LabelledPair(b, a, ba, "asked", relation, (*back, *related)))
    return both


def across(written: Sequence[WrittenPair], times: int) -> list[WrittenPair]:
    """Claims of different rows of one story, which two articles have side by side all the time: unrelated."""
    by_story: dict[str, list[WrittenPair]] = {}
    for pair in written:
        by_story.setdefault(pair.story, []).append(pair)
    shuffle = random.Random(SEED)
    made: list[WrittenPair] = []
    for story, rows in by_story.items():
        for row in rows:
            others = [other for other in rows if in_common(row.a, other.b) <= LITTLE_IN_COMMON]
            chosen = shuffle.sample(others, min(times, len(others)))
            made += [WrittenPair(story, row.a, other.b, "unrelated", (), "neutral", "neutral") for other in chosen]
    return made


def read_news(times: int, between: int, *names: str) -> list[LabelledPair]:
    """The written pairs of some folders and those across their rows, both ways, without the stories held out."""
    written = [pair for pair in read_written(*(WRITTEN / name for name in names)) if not pair.held_out]
    return both_ways([*written * times, *across(written, between)])


def both_ways(pairs: Sequence[WrittenPair]) -> list[LabelledPair]:
    """What each claim of a pair says about the other."""
    forward = [LabelledPair(p.a, p.b, LABELS.index(p.ab), "written", p.relation) for p in pairs]
    return forward + [LabelledPair(p.b, p.a, LABELS.index(p.ba), "written", p.relation) for p in pairs]


def in_common(one: str, other: str) -> float:
    """Share of the longer words of the shorter text that both have."""
    a, b = (set(re.findall(r"\w{4,}", text.casefold())) for text in (one, other))
    return len(a & b) / max(1, min(len(a), len(b)))


def _plain(text: str) -> str:
    """The text as an article would have it: FEVER's and HELP's came cut into tokens."""
    text = text.replace("``", '"').replace("''", '"').replace("-LRB-", "(").replace("-RRB-", ")")
    text = re.sub(r"\s+([.,;:?!)%]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1", text)
    return " ".join(re.sub(r"([(])\s+", r"\1", text).split())
