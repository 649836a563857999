"""Prompts: newsletters, subscriptions, cookies, apps, donations, "follow us"."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 45  # words; longer paragraphs that begin so go on to say something

_PROMPT = re.compile(
    r"(?:please )?(?:sign up|subscribe|register|join (?:us|our|\d)|follow us|like us|download (?:our|the) (?:\w+ )?app|support (?:us|our)|donate"
    r"|click here|get (?:our|the) (?:\w+ ){0,3}newsletter|stay (?:informed|up to date|in the loop)|don[’']t miss (?:out|a|an|our)"
    r"|enjoyed this (?:article|story|post)|already a subscriber|log in to|create a free account"
    r"|assine|inscreva-se|cadastre-se|suscríb\w+|abonnez-vous|inscrivez-vous|jetzt abonnieren|newsletter)\b"
    r"|we (?:and our partners )?use cookies|(?:this|our) (?:web)?site uses cookies|accept (?:all )?cookies|(?:manage|cookie) (?:preferences|settings)",
    re.IGNORECASE,
)


def find_prompts(page: Page) -> Iterator[Block | Span]:
    """It asks the reader to do something for the site: subscribe, accept, follow or give."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.PROMPT or (short and _PROMPT.match(words)):
            yield block


RULE = Rule("call_to_action", find_prompts)
