"""The words that hang on a word, however deep."""

from spacy.tokens import Token


def subtree(head: Token) -> list[Token]:
    """A word with all that hang on it, in the order of `Token.subtree`: that of the text, but for crossing arcs.

    spaCy's own calls itself for each level, and a sentence of tens of thousands of words that each hang on the next
    overflows its stack, which ends the process.
    """
    found: list[Token] = []
    todo = [(head, False)]  # and whether what hangs on it is in there too
    while todo:
        word, opened = todo.pop()
        if opened:
            found.append(word)
        else:
            inner = [*((left, False) for left in word.lefts), (word, True), *((right, False) for right in word.rights)]
            todo.extend(reversed(inner))
    return found
