"""Names of countries and their parts from the packages of requirements.txt."""

import re
from collections.abc import Iterator
from importlib.metadata import version

from babel import Locale
from rigour.territories import get_territories, get_territory

RIGOUR = f"rigour {version('rigour')}"
BABEL = f"babel {version('babel')}"
LOCALES = (Locale("en"), Locale("en", "GB"))

# "Falkland Islands [Malvinas]", "Congo - Kinshasa", "Hong Kong SAR": catalogue style, not prose.
CATALOGUE = re.compile(r"[][(),]| - | SAR\b")


def names(codes: str) -> Iterator[tuple[str, str]]:
    """Give (name, package) for the territories of `codes`, such as `cd|zr`; unknown is an error."""
    for code in filter(None, codes.split("|")):
        territory = get_territory(code)
        if territory is None:
            raise ValueError(f"rigour knows no territory {code!r}")
        found = [(territory.name, RIGOUR), (territory.full_name, RIGOUR)]
        found += [(locale.territories.get(code.upper(), ""), BABEL) for locale in LOCALES]
        for name, package in found:
            if name and not CATALOGUE.search(name):
                yield name.removeprefix("The "), package


def unreviewed(codes: set[str]) -> list[str]:
    """Name the countries that have no reviewed line, so that a new one is not missed."""
    return [t.code for t in get_territories() if t.is_country and t.code not in codes]
