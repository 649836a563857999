"""The comment beside each field of a dataclass: what it is for, told where it stands and nowhere else."""

import re
from inspect import getsource

_FIELD = re.compile(r" {4}(\w+): .*?(?:  # (.*))?")


def reasons(kind: type) -> dict[str, str]:
    """Field name -> the words of its comment; empty where there is none. Each field stands on one line.

    >>> from pipeline.records import Envelope
    >>> reasons(Envelope)["charset"]
    'of its bytes'
    """
    found = (_FIELD.fullmatch(line) for line in getsource(kind).splitlines())
    return {match[1]: match[2] or "" for match in found if match}
