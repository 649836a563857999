"""How a clause opens and what that makes it: a statement, a question, an exhortation; and what its words lean on."""

import re
from itertools import takewhile

from spacy.tokens import Span, Token

from pipeline.records import BlockKind, Mood
from pipeline.tag.attribution import DENYING, SAYING

LONGEST_ANTECEDENT = 14  # words; a longer phrase in place of "it" reads worse than the pronoun
FEWEST_WORDS = 6  # of a sentence that the parser sees no verb in
HEADING_WORDS = 8  # no longer than this and without a full stop, a paragraph is a heading and a cell is no sentence
TOKENS_A_WORD = 8  # at most, in a heading; "U.S.-led" has three

_CONNECTIVE = re.compile(
    r"""\d{1,2}[.)]\s+(?=[A-Z“"])|(?:furthermore|moreover|additionally|in\ addition(?!\ to\b)|however|finally|also|in\ conclusion|ultimately
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
_LEANS = frozenset("this these that those such it they he she their his her its both each others another one none".split())
_STOPS = (".", "!", ".”", '."', ".’", "…")
_IS_PLURAL = {"it": False, "they": True}
_PEOPLE = frozenset(
    """
    actor author boy captain chief child coach doctor driver father girl guard judge leader mayor minister mother nurse
    officer owner pilot player president prosecutor pupil robber student suspect teacher victim witness worker
    """.split()
)
_OPENS_CLAUSE = frozenset({"WDT", "WP", "WP$", "WRB"})
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
    if not match:
        return 0
    word = match[0].strip(" ,\n").lower()
    return match.end() if "," in match[0] or word not in _NEEDS_COMMA else 0


def leans(first: Token) -> bool:
    """Whether a clause that opens with this word needs the one before it to be understood."""
    return first.lower_ in _LEANS and first.dep_ != "nummod"  # "one patient" is one, "one" is one of those before


def _subject(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _is_plural(noun: Token) -> bool:
    return "Number=Plur" in str(noun.morph) or any(child.dep_ == "conj" for child in noun.children)


def _stands_for_nothing(first: Token) -> bool:
    """Whether "it" only opens the sentence: "it was she who won", "it was ten past six when the train left"."""
    verb = first.head
    if first.lower_ != "it" or verb.lemma_ != "be":
        return False
    clauses = (t for t in verb.subtree if t.dep_ in {"relcl", "advcl", "ccomp", "acl"} and t.i > verb.i)
    opened = any(word.tag_ in _OPENS_CLAUSE or word.lower_ in {"that", "whether", "if"} for c in clauses for word in c.subtree)
    somebodys = any(
        t.tag_ == "PRP$" for c in verb.children if c.dep_ == "attr" for t in c.subtree
    )  # "it was her second"
    return opened or somebodys or any(t.ent_type_ == "TIME" for t in verb.children)


def _is_somebody(noun: Token) -> bool:
    """Whether a noun is for one person, as far as its form tells."""
    unknown = noun.pos_ == "PROPN" and noun.ent_type_ in {"", "PERSON"}
    return unknown or noun.lemma_.endswith(("man", "woman", "person")) or noun.lemma_ in _PEOPLE


def _has_rival(subject: Token) -> bool:
    """Whether a body is named beside a thing: "The complaint was brought by Tana Steel. It shut a furnace"."""
    return subject.pos_ == "NOUN" and any(t.ent_type_ == "ORG" and t not in subject.subtree for t in subject.sent)


def _names_again(first: Token, subject: Token) -> bool:
    """Whether what "it is" said to be was named beside the subject: "It is the first strike" behind "the strike"."""
    names = {c.lemma_ for c in first.head.children if c.dep_ == "attr"} if first.head.lemma_ == "be" else set[str]()
    return any(t.lemma_ in names and t != subject for t in subject.sent)


def find_antecedent(first: Token, before: Span | None) -> tuple[Token, ...]:
    """The subject of the sentence before, where "it" or "they" at the start of this one can mean nothing else."""
    plural = _IS_PLURAL.get(first.lower_)
    if before is None or plural is None or first.dep_ not in {"nsubj", "nsubjpass"} or _stands_for_nothing(first):
        return ()
    subject = _subject(before.root)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return ()
    # "The firm said it was sorry. It denied that it knew": who speaks goes on speaking
    if before.root.lemma_ in SAYING and first.head.lemma_ not in SAYING | DENYING:
        return ()
    if not plural and (_is_somebody(subject) or _names_again(first, subject) or _has_rival(subject)):
        return ()
    # Another noun of the same number and weight, the object, would make it a guess.
    objects = [t for t in before.root.children if t.dep_ in {"dobj", "attr"} and t.pos_ in {"NOUN", "PROPN"}]
    if _is_plural(subject) is not plural or any(_is_plural(t) is plural for t in objects):
        return ()
    words = tuple(takewhile(lambda t: t.i <= subject.i or t.text != ",", subject.subtree))  # not ", which fell in May"
    pointing = leans(subject.left_edge) or any(word.tag_ == "PRP" for word in words)  # "four others, one of them badly"
    return words if len(words) <= LONGEST_ANTECEDENT and not pointing else ()
