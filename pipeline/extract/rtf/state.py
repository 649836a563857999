"""What holds in a group of an RTF file, and the words that change it."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.rtf.story import Look, Story

STORY, NOWHERE = "story", "nowhere"


@dataclass(slots=True)
class State:
    """Where text goes, and how it looks; after the group all is as before."""

    story: Story
    into: str = STORY  # or NOWHERE, or the name of a table or property
    bold: bool = False
    raised: bool = False
    unseen: bool = False
    fallback: int = 1  # characters after \u that say the same to old programs
    encoding: str = ""  # of the font; "" is that of the file

    def set_plain(self) -> None:
        self.bold = self.raised = self.unseen = False


def _switch(name: str) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, number != 0)


FORMATS: dict[str, Callable[[State, int], None]] = {
    "plain": lambda state, _: state.set_plain(),
    "b": _switch("bold"),
    "super": _switch("raised"),
    "nosupersub": lambda state, _: setattr(state, "raised", False),
    "v": _switch("unseen"),
    "deleted": _switch("unseen"),
    "uc": lambda state, number: setattr(state, "fallback", number),
}


def _set(name: str) -> Callable[[Story, int], None]:
    return lambda story, number: setattr(story.look, name, number)


LAYOUT: dict[str, Callable[[Story, int], None]] = {
    "par": lambda story, _: story.end_paragraph(),
    "sect": lambda story, _: story.end_paragraph(),
    "pard": lambda story, _: setattr(story, "look", Look(marked=story.look.marked)),
    "s": _set("style"),
    "outlinelevel": _set("outline"),
    "ilvl": _set("level"),
    "intbl": lambda story, _: setattr(story.look, "in_table", True),
    "fi": lambda story, number: setattr(story.look, "hanging", number < 0),
    "cell": lambda story, _: story.end_cell(),
    "row": lambda story, _: story.end_row(),
    "trowd": lambda story, _: setattr(story, "is_header", False),
    "trhdr": lambda story, _: setattr(story, "is_header", True),
}
