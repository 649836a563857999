"""Company blurbs: "About Varga Foundry" and the press contact, with which releases end."""

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.clean.speech import is_reported
from pipeline.records import Block, BlockKind, Span

LONGEST = 150  # words of a blurb
MOST_BLOCKS = 12  # from the first such heading to the end of the article

_ABOUT = phrases("company_blurb", "about")
_ARTICLE = phrases("company_blurb", "article")
_NAME = rf"(?:{_ARTICLE}\s+)?(?P<name>(?:[A-ZÀ-ÖØ-Þ]|\d+[A-Z])[\w.&’'-]*)(?:\s+[\w.&’'-]+){{0,5}}"
_HEADING = re.compile(rf"{_ABOUT}\s+{_NAME}\s*:?")
_LED = re.compile(rf"{_ABOUT}\s+{_NAME}\s*:\s+(?:{_ARTICLE}\s+)?(?P=name)\b.*", re.DOTALL)
_CONTACT = re.compile(rf"{phrases('company_blurb', 'contact')}[\s:]*")
_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})


def _is_headed(page: Page, heading: Block, below: Block | None) -> bool:
    """Whether a heading opens a blurb: "About" and a name that the words below begin with."""
    named = _HEADING.fullmatch(page.words(heading)) if heading.kind in _KINDS else None
    if not named or not below or is_reported(page.words(below)):
        return False
    return bool(re.match(rf"(?:{_ARTICLE}\s+)?{re.escape(named['name'])}(?!\w)", page.words(below)))


def _opens(page: Page, at: int) -> bool:
    block, *rest = page.blocks[at : at + 2]
    words = page.words(block)
    led = _LED.fullmatch(words) and not is_reported(words)
    called = block.kind in _KINDS and _CONTACT.fullmatch(words)
    return bool(led or called) or _is_headed(page, block, next(iter(rest), None))


def _is_told(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether there is more in the blocks than blurbs and addresses."""
    return any(block.kind is BlockKind.HEADING or len(page.words(block).split()) > LONGEST for block in blocks)


def find_company_blurbs(page: Page) -> Iterator[Block | Span]:
    """It introduces a company or an author, or says whom the press may ask."""
    # Further up, the same heading stands over a part of the article.
    tail = range(max(len(page.blocks) // 2, len(page.blocks) - MOST_BLOCKS, 1), len(page.blocks))
    opening = [i for i in tail if _opens(page, i)]
    if opening and not _is_told(
        page, [page.blocks[i] for i in range(opening[0], len(page.blocks)) if i not in opening]
    ):
        yield from page.blocks[opening[0] :]


RULE = Rule("company_blurb", find_company_blurbs)
