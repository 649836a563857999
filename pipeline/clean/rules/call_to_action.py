"""Prompts: newsletters, subscriptions, cookies, apps, donations, "follow us"."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 45  # words; longer paragraphs that begin so go on to say something

_END = r"(?=\W*$)"
_NOW = r"(?:now|today|here|free)\b"
_MAIL = r"(?:newsletters?|alerts?|updates?|e-?mails?|briefings?|inbox|digests?|bulletins?|mailing\slists?)\b"
_OFFER = rf"(?:{_MAIL}|(?:accounts?|podcasts?|trials?|access)\b)"
_PROMPTS = (
    rf"(?:sign\sup|register)(?:{_END}|!|\s{_NOW}|\s(?:for|to)\s(?:[\w’-]+\s){{0,4}}?(?:our\b|{_OFFER}))",
    rf"subscribe(?:{_END}|[!,&]|\s(?:{_NOW}|(?:to|for|via|on|and)\b|&))",
    r"join\s(?:us|our)\b|join\s[\d.,]+k?\+?\s(?:\w+\s)?(?:subscribers|readers|others|members|professionals|fans)\b",
    rf"follow\sus(?:{_END}|\son\b|\s@)|like\sus\son\b|download\s(?:our|the)\s(?:[\w’-]+\s){{0,2}}app\b",
    rf"support\s(?:us(?:{_END}|\s(?:by|with|{_NOW}))|our\s(?:work|journalis|report|newsroom|mission))",
    rf"donate(?:{_END}|!|\s{_NOW}|\sto\s(?:us|our)\b)|click\shere\b|create\sa\sfree\saccount\b",
    rf"get\s(?:our|the|all\sthe)\s(?:[\w’-]+\s){{0,8}}?{_MAIL}",
    rf"stay\s(?:informed|connected|up\sto\sdate|in\sthe\sloop)(?:{_END}|[.!]|\swith\s(?:us|our)\b)",
    r"don[’']t\smiss\s(?:out\b|our\b|an?\s(?:stor|thing|beat|post|update|issue|article|episode))",
    r"(?:if\syou\s)?(?:enjoyed|liked)\sthis\s(?:article|story|post|piece)\b|already\sa\s(?:subscriber|member)\b",
    r"log\sin\sto\s(?:continue|read|comment|view|access|your\saccount)\b",
    rf"newsletters?(?:{_END}|\s(?:sign-?\s?up|abonnieren|bestellen)\b)",
    r"(?:we|we\sand\sour\spartners)\suse\s(?:\w+\s)?cookies|(?:this|our)\s(?:web)?site\suses\s(?:\w+\s){0,2}cookies",
    rf"accept\s(?:all\s)?cookies|(?:manage|cookie)\s(?:preferences|settings){_END}",
    rf"assine(?:{_END}|!|\s(?:já|agora|aqui|nossa|a|o)\b)|inscreva-se\b|cadastre-se\b|siga-nos\b|clique\saqui\b",
    r"suscríb(?:ete|ase|anse)\b|síguenos\b|regístrate\b|ha[zg]a?\sclic\saquí\b|descarga\snuestra\sapp\b",
    r"abonnez-vous\b|inscrivez-vous\b|suivez-nous\b|cliquez\sici\b|téléchargez\snotre\sapp",
    r"jetzt\s(?:abonnieren|anmelden|registrieren)\b|abonnieren\ssie\b|folgen\ssie\suns\b|hier\sklicken\b",
    r"(?:este\ssite\s(?:usa|utiliza)|usamos|este\ssitio\s(?:web\s)?(?:usa|utiliza)|utilizamos)\s(?:\w+\s)?cookies",
    r"(?:ce\ssite\sutilise|nous\sutilisons)\sdes\scookies|(?:wir|diese\s(?:web)?seite)\sverwende[nt]\scookies",
)
_PROMPT = re.compile(rf"\W*(?:please\s)?(?:{'|'.join(_PROMPTS)})", re.IGNORECASE)


def find_prompts(page: Page) -> Iterator[Block | Span]:
    """It asks the reader to do something for the site: subscribe, accept, follow or give."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.PROMPT or (short and _PROMPT.match(words)):
            yield block


RULE = Rule("call_to_action", find_prompts)
