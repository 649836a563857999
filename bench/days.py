"""Why days of publication are missed, and how many of them anybody could read from the page.

    python bench/days.py [FOLDER] [--dev]

Data and parts as in metadata.py. Each page whose day is not the one of the truth falls under the first of these:

- `unreadable`: the truth's day stands nowhere in the page's source, in no way of writing it.
- `change`: the page shows a reader only the day of its last change, which the truth has, and declares another as that
  of its publication. Where a page is like this, the truth has the declared day more often than not.
- `not the truth's`: the truth has no day, and the page says of one that it is that of publication.
- `ours`: anything else.

On the dev part 34 of 214 days are missed: 12 are unreadable, 12 are `change`, 3 not the truth's, 7 ours. No reader of
the pages can thus be right on more than 0.944 of them; and to take the shown day of a change for that of publication,
which wins the 12, loses 12 other pages of the same make on which the truth has the declared day (17 against 11 on the
train part, of whose days 19 are unreadable). Nothing on those pages tells the two apart: whether the day is declared
by an article in JSON-LD (7 shown against 4 declared) or in the head (2 against 7, as is read now), with or without the
word "last", right under the title or lower. Nor is there anything to win in the day of a change that is only declared
(1 right of 19) or stands at the foot (2 of 7), in that of a WebPage (2 right, 8 invented), or in the declared day where
the shown one is next to it (3 against 2).
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from metadata import comparable, ours, truth_of

from pipeline.dates import MONTHS
from pipeline.extract.decoding import declared_charset, decode
from pipeline.extract.html.metadata.declared import Declared, declared
from pipeline.extract.html.parsing import parse
from training.blocks.data import DEFAULT, Page, pages

KINDS = ("unreadable", "change", "not the truth's", "ours")


def writings(day: date) -> re.Pattern[str]:
    """The ways to write a day, of either side of the Atlantic, in a text or in data."""
    name, year, month, number = MONTHS[day.month - 1][:3], day.year, f"0?{day.month}", f"0?{day.day}"
    years, ordinal, gap = rf"'?(?:{year}|{year % 100:02})", r"(?:st|nd|rd|th|\.)?", r"(?:\s|,|\.|-|&nbsp;)+"
    forms = (
        rf"{year}[-/.]?{month}[-/.]?{number}",
        rf"{number}[-/.]{month}[-/.]{years}",
        rf"{month}[-/.]{number}[-/.]{years}",
        rf"{name}[a-z]*{gap}{number}{ordinal}{gap}{years}",
        rf"{number}{ordinal}{gap}(?:(?:of|de){gap})?{name}[a-zé]*{gap}(?:de{gap})?{years}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)


def source(page: Page) -> str:
    return decode(page.html, declared_charset(page.html))[0]


def why(page: Page, true: str, found: str, said: Declared) -> str:
    if not true:
        return "not the truth's" if found == said.published else "ours"
    if not writings(date.fromisoformat(f"{true}-01"[:10])).search(source(page)):
        return "unreadable"
    return "change" if found and found == said.published and found < true else "ours"


def missed(folder: Path, *, dev: bool) -> Iterator[tuple[Page, str, str]]:
    """Each page whose day is missed, with the truth's and ours."""
    reader = ours()
    for page in pages(folder):
        if page.is_dev == dev:
            true = str(comparable("date", truth_of(page)["date"]))
            found = str(comparable("date", reader(page.html.decode(errors="replace"), page.url)["date"]))
            if true != found:
                yield page, true, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--dev", action="store_true", help="look at the pages held back")
    options = parser.parse_args()
    sorted_out = defaultdict(list)
    for page, true, found in missed(options.folder, dev=options.dev):
        said = declared(parse(source(page)).nodes, page.url)
        sorted_out[why(page, true, found, said)].append(f"  {page.key} {true or '-':10} {found or '-':10} {page.url}")
    for kind in KINDS:
        print("\n".join((f"{kind}: {len(sorted_out[kind])}", *sorted_out[kind])))


if __name__ == "__main__":
    main()
