"""Attribution: who is said to say it, and by which word.

Five shapes, read from the parse: a verb of saying with what is said under it ("the ministry said the talks failed",
"the talks failed, the ministry said"), the same as an aside ("the talks, the ministry said, failed"), "according to",
any verb before the colon of a quotation, and a denial, which turns what is said into its opposite.
"""

from spacy.tokens import Span, Token

from pipeline.records import Attribution
from pipeline.tag.denying import DENYING
from pipeline.tag.speaker import TELLING, children, phrase_of, speaker_of

SAYING = frozenset(
    """
    say tell add announce state claim report argue insist maintain warn note declare explain confirm acknowledge admit
    allege assert contend suggest believe think estimate predict stress emphasise emphasize concede testify write
    complain accuse expect propose find show conclude reveal disclose recall remark reply respond advise agree
    reckon understand fear point promise pledge vow
    """.split()
)
_COURTS = frozenset("court hearing inquest inquiry jury panel tribunal".split())  # "he was paid twice, the court heard"
# What can be denied: of the rest, "rejected two bids" and "dismissed the coach", nothing is said to be untrue.
_SAYINGS = frozenset(
    """
    accusation allegation argument assertion blame charge claim complaint criticism description idea involvement notion
    knowledge link lie responsibility role report rumour rumor speculation statement story suggestion theory view
    conclusion finding result account version figure number that this
    """.split()
)
_WITHHELD = frozenset("access appeal application bail entry parole permission request visa".split())  # "denied bail"
_VOUCHING = frozenset({"claim", "profess", "purport"})  # who "claims to have won" says so of himself
_CLAUSE = frozenset({"ccomp", "parataxis"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_MARKS = frozenset({"“", '"', "‘"})


def _spoken(verb: Token, sentence: Span) -> Token | None:
    """The head of what is said under a verb of saying, in the same sentence or part of one."""
    clauses = [c for c in children(verb, *_CLAUSE) if sentence.start <= c.i < sentence.end]
    # "that it was prepared" has an adjective for its head, "found him not guilty" is no clause
    verbal = (c for c in clauses if c.pos_ in {"VERB", "AUX"} or any(children(c, "aux", "auxpass")))
    # Behind the verb it has a subject: in "the alert, first declared in May, will last" nobody declares
    spoken = next((c for c in verbal if c.i < verb.i or any(children(c, *_SUBJECTS)) or not _is_finite(c)), None)
    return spoken or (_told(verb) if verb.lemma_ in TELLING else None)


def _is_finite(verb: Token) -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in (verb, *children(verb, "aux", "auxpass")))


def _told(verb: Token) -> Token | None:
    """Reads "told the crowd he had won", which the parser takes for the crowd that he had won."""
    relatives = (c for hearer in children(verb, "dobj") for c in children(hearer, "relcl"))
    subjects = ((c, next(children(c, "nsubj", "nsubjpass"), None)) for c in relatives)
    return next(
        (c for c, subject in subjects if subject and subject.left_edge == c.left_edge and subject.tag_ == "PRP"), None
    )


def _is_denied(verb: Token) -> bool:
    """Whether the object of a verb of denying is said to be untrue: "denied the charge", not "rejected two bids"."""
    if any(children(verb, "xcomp")):
        return True
    things = {child.lemma_.lower() for child in children(verb, "dobj")}
    return bool(things and not things & _WITHHELD if verb.lemma_ == "deny" else things & _SAYINGS)


def _is_said(verb: Token) -> bool:
    """Whether the verb tells of something said: "did not say", "will show" and "a van believed stolen" do not."""
    finite = verb.tag_ != "VBN" or any(children(verb, "aux", "auxpass"))
    if verb.lemma_ == "point" and not any(child.lower_ == "out" for child in children(verb, "prt")):
        return False
    return finite and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)


def _hears(verb: Token) -> bool:
    """Whether a court hears it: who said so there is left open."""
    return verb.lemma_ == "hear" and any(c.lemma_.lower() in _COURTS for c in children(verb, "nsubj"))


def _before_quotation(sentence: Span) -> tuple[Token, Attribution, bool] | None:
    """Reads "the clerk hit back: “That is false.”": any verb speaks that stands before the colon of a quotation."""
    at = next((t.i for t in sentence[1:-1] if t.text in _MARKS and t.nbor(-1).text == ":"), None)
    if at is None:
        return None
    before, said = sentence.doc[sentence.start : at - 1], sentence.doc[at + 1 : sentence.end]
    verb, head = before.root, said.root if len(said) else before.root
    subject = next(children(verb, "nsubj"), None)
    if verb.pos_ != "VERB" or subject is None or head.pos_ not in {"VERB", "AUX"} or not _is_said(verb):
        return None
    particles = [child.text for child in children(verb, "prt", "advmod") if child.i == verb.i + 1]
    return head, Attribution(phrase_of(subject), " ".join([verb.text, *particles])), False


def _according(sentence: Span) -> Attribution | None:
    for token in sentence:
        if token.lower_ == "according":
            objects = [inner for child in token.children for inner in children(child, "pobj")]
            if objects:
                return Attribution(phrase_of(objects[0]), "according to")
    return None


def _is_added(verb: Token) -> bool:
    """Whether a clause is put behind a comma, with nothing that makes it an adverbial: "it burnt, a neighbour said"."""
    subject = next(children(verb, "nsubj"), None)
    begins = subject.left_edge.i if subject is not None and verb.left_edge == subject.left_edge else 0
    return begins > verb.head.i and _is_finite(verb) and verb.doc[begins - 1].text == ","


def _aside(root: Token, sentence: Span) -> Attribution | None:
    """Reads "the talks, the minister said, had failed"."""
    for verb in children(root, "parataxis", "advcl"):
        as_said = any(child.lower_ == "as" for child in verb.children)  # "As the ministry reported, 12 people died"
        if verb.dep_ == "advcl" and not as_said and not _is_added(verb):
            continue
        if (
            verb.lemma_ in SAYING
            and _is_said(verb)
            and _spoken(verb, sentence) is None
            and (speaker := speaker_of(verb))
        ):
            return Attribution(speaker, verb.text)
    return None


def read_attribution(sentence: Span) -> tuple[Token, Attribution, bool]:
    """The head of what is claimed, who is said to claim it, and whether the cue denies it."""
    root = sentence.root
    says = root.lemma_ in SAYING | DENYING or _hears(root)
    speaker = speaker_of(root) if says and _is_said(root) else None
    if speaker is not None:
        denies = root.lemma_ in DENYING
        if spoken := _spoken(root, sentence):
            return spoken, Attribution(speaker, root.text), denies
        if denies and _is_denied(root):
            return root, Attribution(speaker, root.text), True
        if root.lemma_ in _VOUCHING and any(children(root, "xcomp")):
            return root, Attribution(speaker, root.text), False
    if quoted := _before_quotation(sentence):
        return quoted
    return root, _aside(root, sentence) or _according(sentence) or Attribution(), False
