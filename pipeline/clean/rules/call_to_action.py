"""Prompts: newsletters, subscriptions, cookies, apps, donations, "follow us"."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.clean.speech import is_reported
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 45  # words; longer paragraphs that begin so go on to say something

# "Like what you read? Subscribe now.", "Please donate today."
_PROMPT = re.compile(rf"\W*(?:[^.?!:]{{3,80}}[?!:]\s+)?(?:please\s+)?{phrases('call_to_action', 'ask')}", re.IGNORECASE)


def find_prompts(page: Page) -> Iterator[Block | Span]:
    """It asks the reader to do something for the site: subscribe, accept, follow or give."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.PROMPT or (short and _PROMPT.match(words) and not is_reported(words)):
            yield block


RULE = Rule("call_to_action", find_prompts)
