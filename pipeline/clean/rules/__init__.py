"""The cleaning rules in the order in which they look at an article; a span belongs to the first that claims it.

What surrounds the article goes first and what only repeats goes last, so that a reason is always the plainest one.
A bio stands at the end of what is left once links and prompts are gone.
"""

from pipeline.clean.rule import Rule
from pipeline.clean.rules import (
    advert,
    author_blurb,
    boilerplate,
    byline,
    call_to_action,
    caption,
    comments,
    company_blurb,
    faq_heading,
    furniture,
    legal,
    other_language,
    related,
    repeated_heading,
    share,
    table_header,
    title_again,
)

# They need no other article, and are nearly always right. The text of a page is what they leave of it: on the pages of
# WCXB that models learned from they change F1 by 0.0001, precision by 0.001 for as much of recall (bios, which half of
# the reference texts keep), and add 0.002 to the share of pages without a fault; news has more for them to find.
SITE_RULES: tuple[Rule, ...] = (
    furniture.RULE,
    comments.RULE,
    share.RULE,
    call_to_action.RULE,
    related.RULE,
    advert.RULE,
    legal.RULE,
    company_blurb.RULE,
    author_blurb.RULE,
    byline.RULE,
    caption.RULE,
)
RULES: tuple[Rule, ...] = (
    *SITE_RULES,
    table_header.RULE,
    faq_heading.RULE,
    other_language.RULE,
    title_again.RULE,
    repeated_heading.RULE,
    boilerplate.RULE,
)
