"""Verbs that deny: of what is said, that it is so, and of what they govern, that it was done."""

DENYING = frozenset("deny dispute reject refute dismiss".split())
NEGATIVE_VERBS = frozenset("fail refuse decline deny lack cease neglect".split())


def denies_by_meaning(verb: str, *, acts: bool) -> bool:
    """Whether a verb says by itself that something is not so; `acts` where another verb hangs on it.

    >>> denies_by_meaning("fail", acts=True), denies_by_meaning("decline", acts=False)
    (True, False)
    """
    return verb == "lack" or (acts and verb in NEGATIVE_VERBS)
