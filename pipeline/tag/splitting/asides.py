"""Asides: what a sentence says between commas beside the rest, as a sentence of its own.

"The bridge, which opened in 1998, was closed" says that the bridge opened in 1998, "44 homes, nine of them beyond
repair" that nine of the 44 homes were, and ", while profit fell" that profit fell. Only what commas set off is taken:
"the bridge that opened in 1998" is not the bridge that any other clause is about.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from pipeline.tag.splitting.contrasts import read_contrast
from pipeline.tag.splitting.frame import Frame
from pipeline.tag.splitting.pointing import points_back
from pipeline.tag.splitting.relatives import read_relative
from pipeline.tag.splitting.set_off import Aside
from pipeline.tag.splitting.shares import read_share
from pipeline.tag.subtrees import subtree


def _cleft(clause: Span, verb: Token) -> bool:
    """Whether a relative clause may be the one that "it was" announces: "it was Amadi, brought on late, who scored"."""
    return any(t.lower_ == "it" and t.head.lemma_ == "be" and t.i < verb.i for t in clause)


def find_asides(clause: Span, frame: Frame) -> Iterator[Aside]:
    """The asides of a clause that can leave it, in order and apart from each other."""
    inside = {t.i for t in subtree(frame.head)} if frame.head != frame.top else set[int]()
    taken: Sequence[int] = ()
    for token in clause:
        # Inside somebody's words a relative clause may be theirs or the writer's
        if token.dep_ == "relcl" and token.i not in inside and not _cleft(clause, token):
            aside = read_relative(clause, token)
        elif token.dep_ == "advcl" and token.i not in inside:
            aside = read_contrast(clause, token, frame)
        else:
            aside = read_share(clause, token, frame) if token.lower_ == "of" else None
        if aside is None or set(range(aside.start, aside.end)) & set(taken):
            continue
        # "The ministry, which had checked the dam, said it had cracks" needs the dam
        if not points_back(list(clause.doc[aside.end : clause.end]), list(clause.doc[aside.start : aside.end])):
            taken = [*taken, *range(aside.start, aside.end)]
            yield aside
