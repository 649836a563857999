"""The set phrases of web sites, by cleaning rule and language: `languages/*.toml`.

A phrase is a regular expression that matches whole words in any case. A space stands for any white space and ’ for
either apostrophe; `pipeline/phrase_tables.py` tells the rest of the notation. A rule reads all languages at once:
German sites have buttons that say "Share".
"""

import re
from functools import cache

from pipeline.phrase_tables import any_of, languages

# Of a length: with any number, two of them side by side try every way to part a million blanks.
# In a group, so that ` ?` in a phrase makes all of it optional.
_BLANK = r"(?:\s{1,20})"


def _as_written(expression: str) -> str:
    """White space for a space, and either apostrophe for ’, in a class of signs too."""

    def meant(found: re.Match[str]) -> str:
        if len(found[0]) > 1:
            return found[0].replace("’", "’'").replace(" ", r"\s")
        return _BLANK if found[0] == " " else "[’']"

    return re.sub(r"\[[^]]*\]|[’ ]", meant, expression)


@cache
def phrases(rule: str, name: str) -> str:
    """A regular expression for any one of the phrases of this name, in any language; raises `KeyError` for no rule.

    >>> bool(re.match(phrases("share", "act"), "Partager cet article"))
    True
    >>> bool(re.match(phrases("share", "act"), "Sharepoint"))
    False
    """
    tables = [language[rule] for language in languages(__package__)]
    written = "|".join(any_of(table[name], table) for table in tables if name in table)
    return rf"(?i:(?<!\w)(?:{_as_written(written)})(?!\w))"
