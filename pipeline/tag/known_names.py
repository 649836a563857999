"""The step of the language model's pipeline that settles what its names are.

Three read each doc: the reviewed names, the forms of the text itself (compounds, titles), the model. A reviewed name
stands, unless it is a part of a longer name: "Ulster" in "Ulster Unionist Party".
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.tag.aliases import by_alias
from pipeline.tag.compounds import find_compounds
from pipeline.tag.cues import find_cued
from pipeline.tag.places import Places
from pipeline.tag.prefixes import LENGTH, has_prefix, is_only_alike
from pipeline.tag.runs import MONTHS
from pipeline.tag.titles import find_titles

STEP = "known_names"
SHOUTED = 4  # letters; capitals of this length are an acronym, unless the whole line is set in them
_WHOLE = frozenset({"ORG", "PERSON", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})

# What the model reads as a value is none of a name's rivals: "1967 Premier Alexei Kosygin" is no date.
VALUES = frozenset("CARDINAL DATE MONEY ORDINAL PERCENT QUANTITY TIME".split())
_JOINING = frozenset({"of", "for", "in", "and", "the", "-", "&"})


class KnownNames:
    """Callable on a doc, which it returns with `ents` settled; those of a reviewed name have its id."""

    def __init__(self, nlp: Language) -> None:
        self._reviewed = PhraseMatcher(nlp.vocab, attr="ORTH")
        aliases = (
            alias.alias
            for alias in by_alias().values()
            # "START" in capitals is the treaty; "Georgia" has to be called a country by the model first
            if not alias.ambiguous or (alias.alias.isupper() and len(alias.alias) >= SHOUTED)
        )
        self._reviewed.add("reviewed", [nlp.tokenizer(alias) for alias in aliases])

    def __call__(self, doc: Doc) -> Doc:
        reviewed = [span for span in filter_spans(self._reviewed(doc, as_spans=True)) if _stands(span)]
        if not doc.has_annotation("SENT_START"):
            doc.set_ents(list(_settled(reviewed, [], ())))
            return doc
        titles = list(find_titles(doc))
        compounds = _apart(find_compounds(doc), titles)
        doc.set_ents(list(_settled(reviewed, [*titles, *compounds], doc.ents)), default="outside")
        named = [entity for entity in doc.ents if entity.label_ not in VALUES]
        cued = list(find_cued(doc, {token.i for entity in named for token in entity}))
        if cued:
            doc.set_ents([*_apart(doc.ents, cued), *cued], default="outside")
        return doc


def _stands(span: Span) -> bool:
    """Whether a reviewed name is meant by its words, as far as its neighbours tell."""
    return not _goes_on(span) and not is_only_alike(span.doc, span.start)


def _goes_on(span: Span) -> bool:
    """Whether "the West" is only the beginning of a name: "the West Jersey Railroad"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return span[0].text == "the" and after is not None and after.text[0].isupper() and after.pos_ == "PROPN"


def _identified(span: Span) -> Span:
    alias = by_alias()[span.text]
    return Span(span.doc, span.start, span.end, label=alias.type, span_id=alias.entity_id)


def _apart(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """The spans that share no token with one of the others."""
    taken = Places(others)
    return [span for span in spans if not taken.shared_with(span.start, span.end)]


def _holds(longer: Span, span: Span) -> bool:
    return longer.start <= span.start and span.end <= longer.end and len(longer) > len(span)


def _is_part(reviewed: Span, longer: Span) -> bool:
    """Whether a reviewed name is a part of a longer one, and not its neighbour: every other word has a capital too."""
    if longer.start > reviewed.start or longer.end < reviewed.end or len(longer) == len(reviewed):
        return False
    if longer[0].is_sent_start and not longer[1].text[:1].isupper():
        return False  # "Formation of NATO"
    if any(token.lower_ in MONTHS for token in longer):
        return False  # "the Six-Day War of June 1967"
    before = LENGTH if has_prefix(longer.doc, reviewed.start, by_alias()[reviewed.text].type) else 0  # "Post-Cold War"
    rest = [token for token in longer if not reviewed.start - before <= token.i < reviewed.end]
    capitals = [token for token in rest if token.text[:1].isupper() and not token.is_stop]
    others = [token for token in rest if not token.text[:1].isupper()]
    return bool(capitals) and all(t.text.isdigit() or t.lower_ in _JOINING for t in others)


def _settled(reviewed: Sequence[Span], compounds: Sequence[Span], model: Iterable[Span]) -> Iterator[Span]:
    longer = Places(compounds)
    kept = [r for r in reviewed if not any(_holds(c, r) for c in longer.shared_with(r.start, r.end))]
    joined = _apart(compounds, kept)
    known, left_out = Places(kept), set[int]()
    for span in _apart(model, joined):
        inside = known.shared_with(span.start, span.end)
        if not inside:
            joined.append(span)
        elif span.label_ in _WHOLE and len(inside) == 1 and _is_part(inside[0], span):
            left_out.add(inside[0].start)
            joined.append(span)
    stand = (_identified(span) for span in kept if span.start not in left_out)
    yield from sorted([*stand, *joined], key=lambda span: span.start)


@Language.factory(STEP)
def make_known_names(nlp: Language, name: str) -> KnownNames:  # noqa: ARG001 - every factory is given it
    return KnownNames(nlp)
