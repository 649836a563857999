"""How a clause opens and what that makes it: a statement, a question, an exhortation; and what its words lean on."""

import re

from spacy.tokens import Span, Token

from pipeline.records import BlockKind, Mood
from pipeline.tag.clauses import says_no_more
from pipeline.tag.subtrees import subtree

FEWEST_WORDS = 6  # of a sentence that the parser sees no verb in
HEADING_WORDS = 8  # no longer than this and without a full stop, a paragraph is a heading and a cell is no sentence
TOKENS_A_WORD = 8  # at most, in a heading; "U.S.-led" has three

_CONNECTIVE = re.compile(
    r"""\d{1,2}[.)]\s+(?=[A-Z“"])  # the number of a point
    |(?:furthermore|moreover|additionally|in\ addition(?!\ to\b)|however|finally|also|in\ conclusion|ultimately
    |conversely|nevertheless|nonetheless|on\ the\ (?:other|one)\ hand|for\ (?:instance|example)|as\ a\ result(?!\ of\b)
    |consequently|therefore|thus|meanwhile|overall|in\ fact|indeed|in\ short|in\ other\ words|at\ the\ same\ time
    |similarly|likewise|but|and|yet|still|so|then|first|second|third|lastly|instead|by\ contrast|in\ contrast|in\ turn
    |that\ said|of\ course|notably|importantly|in\ particular|specifically)\b,?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
# These mean something else without the comma: "First ladies", "However it ends", "Still waters".
_NEEDS_COMMA = frozenset(
    """also however first second third still then so yet thus overall indeed instead finally ultimately similarly
    meanwhile and""".split()
)
_HORTATIVE = re.compile(
    r"""(?:let[’']?s|let\ us|ready\ to|stay\ tuned|dive\ in|imagine|consider\ this|read\ on|find\ out|discover
    |learn\ more|join\ us|click|remember|think\ about|don[’']t)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LEANS = frozenset(
    "this these that those such it they he she their his her its both each others another one none".split()
)
_STOPS = (".", "!", ".”", '."', ".’", "…")
_OPENS_NOUN = frozenset({"CD", "DT", "PRP$"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def _is_finite(head: Token) -> bool:
    auxiliaries = (child for child in head.children if child.dep_ in {"aux", "auxpass"})
    if any("VerbForm=Fin" in str(token.morph) for token in (head, *auxiliaries)):
        return True
    # The tagger takes "water tested clean" for a participle; with a subject of its own and no auxiliary it is none.
    return head.tag_ == "VBN" and any(child.dep_ == "nsubj" and child.i < head.i for child in head.children)


def _has_subject(head: Token) -> bool:
    return any(child.dep_ in _SUBJECT for child in head.children)


def _is_heading_like(words: str) -> bool:
    return not words.endswith((*_STOPS, "?", ":")) and len(words.split()) <= HEADING_WORDS


def _is_list(clause: Span) -> bool:
    """Whether things are only named, one behind the other: "Sixty stalls, the tailor's shop, a school bus."."""
    named = clause.root.pos_ in {"NOUN", "PROPN"} and not any(token.pos_ in {"AUX", "VERB"} for token in clause)
    commas = [token for token in clause if token.text == ","]
    # "The mayor, Ana Roa, fears for the jobs": the tagger takes many a verb for a noun
    last = next((token for token in clause if commas and token.i == commas[-1].i + 1), None)
    return named and len(commas) > 1 and last is not None and (last.tag_ in _OPENS_NOUN or last.lower_ == "and")


def read_mood(clause: Span, head: Token, kind: BlockKind) -> Mood:
    """What kind of utterance a clause is; a fragment has no finite verb."""
    words = clause.text.strip()
    stops = words.endswith(_STOPS)
    if words.rstrip("”\"')").endswith("?"):
        return Mood.QUESTION
    imperative = clause.root.tag_ == "VB" and clause[0].tag_ == "VB" and not _has_subject(clause.root)
    if _HORTATIVE.match(words) or imperative:
        return Mood.EXHORTATION
    short = kind in {BlockKind.PARAGRAPH, BlockKind.TABLE_ROW} and len(words.split()) <= HEADING_WORDS
    # A long block is none, and its text is not made anew for each of its clauses.
    if short and len(clause.doc) <= TOKENS_A_WORD * HEADING_WORDS and _is_heading_like(clause.doc.text.strip()):
        return Mood.FRAGMENT
    verbs = [token for token in subtree(head) if token.pos_ in {"AUX", "VERB"}]
    # Not "So was the judge who had freed him", nor "The parents did: each found 30 euros"
    if (verbs == [head] and says_no_more(head) and ":" not in words) or _is_list(clause):
        return Mood.FRAGMENT
    if _has_subject(head) and _is_finite(head):
        return Mood.STATEMENT
    # The small model loses the verb of one sentence in thirty ("Familiarity with the past aids in ..."); a writer's
    # full stop after so many words is better evidence of a sentence than its parse.
    printed_as_sentence = kind is not BlockKind.LIST_ITEM and stops and len(words.split()) >= FEWEST_WORDS
    return Mood.STATEMENT if printed_as_sentence else Mood.FRAGMENT


def connective_length(words: str) -> int:
    """How many characters a connective takes at the start of `words`.

    >>> connective_length("Furthermore, it fell."), connective_length("First ladies met.")
    (13, 0)
    """
    match = _CONNECTIVE.match(words)
    if not match or words.startswith("too,", match.end()):  # "Then, too, six pictures disappeared" is of that time
        return 0
    word = match[0].strip(" ,\n").lower()
    return match.end() if "," in match[0] or word not in _NEEDS_COMMA else 0


def leans(first: Token) -> bool:
    """Whether a clause that opens with this word needs the one before it to be understood."""
    return first.lower_ in _LEANS and first.dep_ != "nummod"  # "one patient" is one, "one" is one of those before


def opens_with_nor(clause: Span) -> bool:
    """Whether a sentence goes on with the negation of the one before it: "Nor did she resign"."""
    return clause[0].lower_ == "nor" and clause[0].is_sent_start is True
