"""Attribution: who is said to say it, and by which word.

Three shapes, read from the parse: a verb of saying with what is said under it ("the ministry said the talks failed",
"the talks failed, the ministry said"), "according to", and a denial, which turns what is said into its opposite.
"""

from spacy.tokens import Span, Token

from pipeline.records import Attribution

SAYING = frozenset(
    "say tell add announce state claim report argue insist maintain warn note declare explain confirm acknowledge admit allege"
    " assert contend suggest believe think estimate predict stress emphasise emphasize concede testify write complain accuse"
    " expect propose find show conclude reveal disclose recall remark reply respond advise agree".split()
)
DENYING = frozenset("deny dispute reject refute dismiss".split())
_CLAUSE = frozenset({"ccomp", "parataxis"})


def _phrase(token: Token) -> str:
    """The noun phrase headed by `token`, without what is said about it in a clause of its own."""
    words = [
        t for t in token.subtree if not any(a.dep_ in {"relcl", "acl", "appos"} and a != token for a in _path(t, token))
    ]
    doc = token.doc
    return str(doc[words[0].i : words[-1].i + 1].text).strip(" ,;:“”\"'") if words else str(token.text)


def _path(token: Token, top: Token) -> list[Token]:
    path = []
    while token != top:
        path.append(token)
        token = token.head
    return path


def _spoken(verb: Token) -> Token | None:
    """The head of what is said under a verb of saying."""
    clauses = [child for child in verb.children if child.dep_ in _CLAUSE and child.pos_ in {"VERB", "AUX"}]
    return clauses[0] if clauses else None


def _according(sentence: Span) -> Attribution | None:
    for token in sentence:
        if token.lower_ == "according":
            objects = [inner for child in token.children for inner in child.children if inner.dep_ == "pobj"]
            if objects:
                return Attribution(_phrase(objects[0]), "according to")
    return None


def read_attribution(sentence: Span) -> tuple[Token, Attribution, bool]:
    """The head of what is claimed, who is said to claim it, and whether the cue denies it."""
    root = sentence.root
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and root.lemma_ in SAYING | DENYING and (spoken := _spoken(root)) is not None:
        inner = spoken
        # "that it violated": the claim is the inner clause; a pronoun in it is the speaker
        return inner, Attribution(_phrase(subject), root.text), root.lemma_ in DENYING
    if (
        subject is not None
        and root.lemma_ in DENYING
        and any(child.dep_ in {"dobj", "xcomp"} for child in root.children)
    ):
        return root, Attribution(_phrase(subject), root.text), True
    return root, _according(sentence) or Attribution(), False
