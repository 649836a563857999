"""An article: the facts of a story that it tells, among sentences of its own; or a copy of one."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bench.generated.facts import WORDS, Story, Told, make_story, person, place

A_STORY = 10  # articles
TELLS = 0.8  # of the facts, each article: with the colour some 350 words
COLOUR = 4  # sentences
WRONG = 0.06  # of what it tells
COPIES = 0.1  # of the articles
A_PARAGRAPH = (2, 5)  # sentences
A_SECTION = 5  # paragraphs


@dataclass(frozen=True, slots=True)
class Written:
    """An article before it is a file: sections of paragraphs of sentences, the first section without a heading."""

    name: str
    story: str
    title: str
    author: str
    site: str
    published: str
    sections: tuple[tuple[str, tuple[tuple[Told, ...], ...]], ...]
    copy_of: str = ""

    @property
    def sentences(self) -> Iterator[Told]:
        return (told for _, paragraphs in self.sections for paragraph in paragraphs for told in paragraph)


def _sections(told: list[Told], draw: random.Random) -> Iterator[tuple[str, tuple[tuple[Told, ...], ...]]]:
    paragraphs: list[tuple[Told, ...]] = []
    while told:
        size = draw.randint(*A_PARAGRAPH)
        paragraphs.append(tuple(told[:size]))
        told = told[size:]
    headings = draw.sample(WORDS["heading"], k=len(WORDS["heading"]))
    for first in range(0, len(paragraphs), A_SECTION):
        yield headings[first // A_SECTION] if first else "", tuple(paragraphs[first : first + A_SECTION])


def _site(draw: random.Random) -> str:
    return f"The {place(draw)} {draw.choice(WORDS['site'])}"


def _own(name: str, story: Story, number: int, draw: random.Random) -> Written:
    told = [fact.told(draw, wrong=draw.random() < WRONG) for fact in story.facts if draw.random() < TELLS]
    told += story.colour[number::A_STORY][:COLOUR]  # nobody else's
    draw.shuffle(told)
    published = story.day + timedelta(days=draw.randint(0, 2))
    sections = tuple(_sections(told, draw))
    return Written(
        name, story.name, draw.choice(story.titles), person(draw), _site(draw), published.isoformat(), sections
    )


def _copied(name: str, source: Written, draw: random.Random) -> Written:
    """The source under another name and title page; half of the copies lack the last section."""
    sections = source.sections[:-1] if draw.random() < 1 / 2 and len(source.sections) > 1 else source.sections
    site, author = _site(draw), person(draw)
    return replace(source, name=name, site=site, author=author, sections=sections, copy_of=source.name)


def write(articles: int, seed: int = 0) -> Iterator[Written]:
    """So many articles, `A_STORY` a story. The first of a thousand are the same as the first of a hundred."""
    for number in range(-(-articles // A_STORY)):
        story = make_story(number, seed)
        written: list[Written] = []
        for i in range(min(A_STORY, articles - number * A_STORY)):
            name = f"{story.name}-{i}"
            draw = random.Random(f"{seed} {name}")  # noqa: S311 - no secret
            copies = bool(written) and draw.random() < COPIES
            source = draw.choice([one for one in written if not one.copy_of]) if copies else None
            written.append(_copied(name, source, draw) if source else _own(name, story, i, draw))
        yield from written
