"""Attribution: who is said to say it, and by which word.

Four shapes, read from the parse: a verb of saying with what is said under it ("the ministry said the talks failed",
"the talks failed, the ministry said"), the same as an aside ("the talks, the ministry said, failed"), "according to",
and a denial, which turns what is said into its opposite.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.records import Attribution

SAYING = frozenset(
    """
    say tell add announce state claim report argue insist maintain warn note declare explain confirm acknowledge admit
    allege assert contend suggest believe think estimate predict stress emphasise emphasize concede testify write
    complain accuse expect propose find show conclude reveal disclose recall remark reply respond advise agree
    """.split()
)
DENYING = frozenset("deny dispute reject refute dismiss".split())
_TELLING = frozenset("tell inform warn advise".split())  # in the passive voice, the subject is who hears it
_VOUCHING = frozenset({"claim", "profess", "purport"})  # who "claims to have won" says so of himself
_CLAUSE = frozenset({"ccomp", "parataxis"})
_OF_ITS_OWN = frozenset({"relcl", "acl"})  # what is said about a speaker: "experts who followed the talks"


def _cut(word: Token, speaker: Token) -> bool:
    """Whether a word behind a speaker opens what is said about them; a name stays: "the airline Skylark"."""
    for above in (word, *word.ancestors):
        if above == speaker:
            return False
        if above.dep_ in _OF_ITS_OWN or (above.dep_ == "appos" and above.pos_ != "PROPN"):
            return True
    return True  # crossing arcs: the word stands among the speaker's, and belongs elsewhere


def _phrase(speaker: Token) -> str:
    """The noun phrase headed by `speaker`, up to what is said about it in a clause of its own."""
    doc, start, end = speaker.doc, speaker.left_edge.i, speaker.i + 1
    while end <= speaker.right_edge.i and not _cut(doc[end], speaker):
        end += 1
    while end > speaker.i + 1 and doc[end - 1].dep_ in {"cc", "punct"}:
        end -= 1
    return str(doc[start:end].text).strip(" ,;:“”\"'")


def _children(token: Token, *roles: str) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ in roles)


def _spoken(verb: Token) -> Token | None:
    """The head of what is said under a verb of saying."""
    clauses = _children(verb, *_CLAUSE)
    # "that it was prepared" has an adjective for its head, "found him not guilty" is no clause
    return next((c for c in clauses if c.pos_ in {"VERB", "AUX"} or any(_children(c, "aux", "auxpass"))), None)


def _is_said(verb: Token) -> bool:
    """Whether the verb tells of something said: "did not say", "will show" and "a van believed stolen" do not."""
    finite = verb.tag_ != "VBN" or any(_children(verb, "aux", "auxpass"))
    return finite and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)


def _speaker(verb: Token) -> str | None:
    """Who speaks, "" where that stays open ("it was reported that"), None where nobody does."""
    if subject := next(_children(verb, "nsubj"), None):
        return _phrase(subject)
    hearer = next(_children(verb, "nsubjpass"), None)
    if hearer is None or not (hearer.lower_ == "it" or verb.lemma_ in _TELLING):
        return None
    by = (inner for agent in _children(verb, "agent") for inner in _children(agent, "pobj"))
    return next((_phrase(agent) for agent in by), "")


def _according(sentence: Span) -> Attribution | None:
    for token in sentence:
        if token.lower_ == "according":
            objects = [inner for child in token.children for inner in _children(child, "pobj")]
            if objects:
                return Attribution(_phrase(objects[0]), "according to")
    return None


def _aside(root: Token) -> Attribution | None:
    """Reads "the talks, the minister said, had failed"."""
    for verb in _children(root, "parataxis", "advcl"):
        as_said = any(child.lower_ == "as" for child in verb.children)  # "As the ministry reported, 12 people died"
        if verb.dep_ == "advcl" and not as_said:
            continue
        if verb.lemma_ in SAYING and _is_said(verb) and _spoken(verb) is None and (speaker := _speaker(verb)):
            return Attribution(speaker, verb.text)
    return None


def read_attribution(sentence: Span) -> tuple[Token, Attribution, bool]:
    """The head of what is claimed, who is said to claim it, and whether the cue denies it."""
    root = sentence.root
    speaker = _speaker(root) if root.lemma_ in SAYING | DENYING and _is_said(root) else None
    if speaker is not None:
        denies = root.lemma_ in DENYING
        if spoken := _spoken(root):
            return spoken, Attribution(speaker, root.text), denies
        if denies and any(_children(root, "dobj", "xcomp")):
            return root, Attribution(speaker, root.text), True
        if root.lemma_ in _VOUCHING and any(_children(root, "xcomp")):
            return root, Attribution(speaker, root.text), False
    return root, _aside(root) or _according(sentence) or Attribution(), False
