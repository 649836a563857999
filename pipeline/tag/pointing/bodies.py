"""Bodies: "the ministry" is the one ministry, "the company" the one company that is named before it in the paragraph.

What a body may be called shows in its name ("Ministry of Defence"); what shows in none, a company or an alliance, is
taken from the names that show nothing else.
"""

import re
from collections.abc import Iterator

from pipeline.records import Mention, Statement, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.keys import without_accents
from pipeline.tag.pointing.places import before, inside, own_spans, subject_of

_SHOWN = {  # noun -> how it stands in a name
    "agency": "agency", "airline": "airlines?|airways|air", "army": "army", "association": "association",
    "authority": "authority", "bank": "bank", "board": "board", "bureau": "bureau", "club": "club|fc|united|city",
    "college": "college", "commission": "commission", "committee": "committee", "council": "council",
    "court": "court|tribunal", "department": "department", "federation": "federation", "foundation": "foundation",
    "hospital": "hospital|clinic", "institute": "institute", "league": "league", "ministry": "ministry",
    "museum": "museum", "navy": "navy", "newspaper": "times|post|herald|gazette|tribune|journal|guardian",
    "organisation": "organi[sz]ation", "parliament": "parliament", "party": "party", "school": "school",
    "senate": "senate", "tribunal": "tribunal", "union": "union", "university": "university",
}  # fmt: skip
_COMPANIES = frozenset({"company", "firm"})
_LEAGUES = frozenset("organisation alliance union bloc".split())
_DOUBTED = frozenset("organisation alliance agency company union bloc".split())  # without an answer, a claim is unclear
_NOUN = "|".join(sorted({*_SHOWN, *_COMPANIES, *_LEAGUES, "organization"}))
_DEFINITE = re.compile(rf"\b(?:the|that|this) ({_NOUN})(?:[’']s)?\b(?! of\b| (?-i:[A-Z]))", re.IGNORECASE)
_PUBLIC = re.compile(rf"\b(?:{'|'.join(_SHOWN[noun] for noun in _SHOWN if noun not in {'airline', 'bank', 'club'})})\b")
_LEGAL = re.compile(r"\b(?:inc|corp|corporation|company|ltd|llc|plc|ag|gmbh|group|holdings)\b")


class _Names:
    """The bodies of an article, by what their names show."""

    def __init__(self, tagged: TaggedArticle) -> None:
        text = tagged.clean.article.text
        self.bodies = [m for m in tagged.mentions if m.type == "ORG"]
        self._names: dict[str, set[str]] = {}
        for m in self.bodies:
            known = known_entities().get(m.entity_id)
            spelled = {text[m.start : m.end], known[0] if known else ""}
            self._names.setdefault(m.entity_id, set()).update(map(without_accents, spelled))

    def suits(self, body: Mention, noun: str) -> bool:
        """Whether a body may be called so."""
        names = self._names[body.entity_id]
        known = body.entity_id in known_entities()
        if noun in _SHOWN and any(re.search(rf"\b(?:{_SHOWN[noun]})\b", name) for name in names):
            return True
        public = any(_PUBLIC.search(name) for name in names)
        if noun in _COMPANIES:
            return not public and (not known or any(_LEGAL.search(name) for name in names))
        return noun in _LEAGUES and known and (not public or noun in {"alliance", "bloc"})


def _has_another(tagged: TaggedArticle, statement: Statement, noun: str) -> bool:
    """Whether the paragraph has a name with the noun in it that the model did not see: "Ministry of Herring"."""
    start = tagged.clean.kept[statement.block].start
    unseen = re.compile(rf"\b{noun.capitalize()}\b").finditer(tagged.clean.article.text, start, statement.start)
    return any(not any(m.start <= one.start() < m.end for m in tagged.mentions) for one in unseen)


def _meant(tagged: TaggedArticle, names: _Names, statement: Statement, noun: str) -> str:
    if _has_another(tagged, statement, noun):
        return ""
    near = {m.entity_id for m in before(tagged, statement) if m.type == "ORG" and names.suits(m, noun)}
    if near:
        return near.pop() if len(near) == 1 else ""
    return subject_of(tagged, [m for m in names.bodies if names.suits(m, noun)])


def point_at_bodies(tagged: TaggedArticle) -> Iterator[Mention]:
    """What each statement's "the ministry" or "the company" means."""
    names = _Names(tagged)
    for statement in tagged.statements:
        own = [m for m in inside(tagged.mentions, own_spans(statement)) if m.type == "ORG"]
        for span in own_spans(statement):
            for match in _DEFINITE.finditer(tagged.clean.article.text, span.start, span.end):
                noun = match[1].lower().replace("organization", "organisation")
                if any(names.suits(m, noun) for m in own):
                    continue
                meant = _meant(tagged, names, statement, noun)
                if meant or noun in _DOUBTED:
                    yield Mention(match.start(), match.end(), "ORG", meant)
