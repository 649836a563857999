"""Speakers: the phrase that names who is said to speak by a verb of saying."""

from collections.abc import Iterator

from spacy.tokens import Token

TELLING = frozenset("tell inform warn advise".split())  # in the passive voice, the subject is who hears it
FARTHEST = 12  # tokens from the comma before a speaker to the verb: "a source close to the deal said"
_OF_ITS_OWN = frozenset({"relcl", "acl", "advcl"})  # what is said about a speaker: "experts who followed the talks"


def _cut(word: Token, speaker: Token) -> bool:
    """Whether a word behind a speaker opens what is said about them; a name stays: "the airline Skylark"."""
    for above in (word, *word.ancestors):
        if above == speaker:
            return False
        if above.dep_ in _OF_ITS_OWN or (above.dep_ == "appos" and above.pos_ != "PROPN"):
            return True
    return True  # crossing arcs: the word stands among the speaker's, and belongs elsewhere


def phrase_of(speaker: Token) -> str:
    """The noun phrase headed by `speaker`, up to what is said about it in a clause of its own."""
    doc, start, end = speaker.doc, speaker.left_edge.i, speaker.i + 1
    while end <= speaker.right_edge.i and not _cut(doc[end], speaker):
        end += 1
    while end > speaker.i + 1 and doc[end - 1].dep_ in {"cc", "punct"}:
        end -= 1
    return str(doc[start:end].text).strip(" ,;:“”\"'")


def children(token: Token, *roles: str) -> Iterator[Token]:
    """What hangs on a token in one of the roles, in order."""
    return (child for child in token.children if child.dep_ in roles)


def _swallowed(verb: Token) -> str:
    """The speaker whom the parser took for a part of what is said: "it may rise in time, one close to it said"."""
    places = range(verb.i - 1, max(verb.sent.start, verb.i - FARTHEST), -1)
    comma = next((i for i in places if verb.doc[i].text == ","), -1)
    noun = verb.doc[comma + 1 : verb.i].root if 0 <= comma < verb.i - 1 else verb
    closes = verb.i + 1 >= verb.sent.end or verb.nbor().text in {".", '"', "”"}
    return phrase_of(noun) if closes and noun.dep_ == "appos" and noun.pos_ in {"NOUN", "PROPN"} else ""


def speaker_of(verb: Token) -> str | None:
    """Who speaks, "" where that stays open ("it was reported that"), None where nobody does."""
    if subjects := list(children(verb, "nsubj")):  # in "“They were dead, thousands of them,” he said" the nearest
        return phrase_of(min(subjects, key=lambda subject: abs(subject.i - verb.i)))
    if swallowed := _swallowed(verb):
        return swallowed
    hearer = next(children(verb, "nsubjpass"), None)
    if hearer is None or not (hearer.lower_ == "it" or verb.lemma_ in TELLING):
        return None
    by = (inner for agent in children(verb, "agent") for inner in children(agent, "pobj"))
    return next((phrase_of(agent) for agent in by), "")
