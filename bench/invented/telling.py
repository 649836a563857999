"""How one article of an invented story is written down, and its claims."""

from dataclasses import dataclass
from datetime import date

from pipeline.records import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    CleanArticle,
    Drop,
    Mention,
    Metadata,
    Mood,
    Polarity,
    Statement,
    TaggedArticle,
    Value,
    ValueKind,
)

FIRST_DAY = date(2021, 3, 1).toordinal()
TOWN_AT = 8  # points go round the towns
_CERTAINTIES = (Certainty.CERTAIN,) * 7 + (Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
_FILLER = "nobody knows yet what that will mean for them "
_MENU = "Home News Weather Sport Subscribe"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as one article has it; `number` is its point's."""

    claim_id: str
    article_id: str
    origin_id: str
    sentence: str
    number: int


def told_article(article_id: str, told: list[Told], words_between: int) -> TaggedArticle:
    """A menu, a heading, and each sentence in a paragraph of its own."""
    heading = f"After the flood, report {article_id[8:12]}"
    filler = " ".join((_FILLER * words_between).split()[:words_between]).capitalize()
    paragraphs = [f"{one.sentence} {filler}." if filler else one.sentence for one in told]
    text = "\n\n".join([_MENU, heading, *paragraphs])
    at = len(_MENU) + 2
    blocks = [Block(BlockKind.HEADING, at, at + len(heading), level=1)]
    for paragraph in paragraphs:
        start = text.index(paragraph, at)
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
    number = int(article_id[8:12])
    site, day, url = f"Gazette {number}", f"2021-04-{1 + number % 28:02d}", f"https://gazette-{number}.example/flood"
    said = Metadata(heading, f"Reporter {number}", site, day, url, "en")
    article = Article(article_id, f"{article_id[:-5]}.html", "html", "ab" * 32, "utf-8", said, text, tuple(blocks))
    drop = Drop(0, len(_MENU), "furniture", "What stands around an article is not its own statement.")
    mentions = tuple(
        Mention(text.index(one.sentence), text.index(one.sentence) + 3, "GPE", f"town-{one.number % TOWN_AT}")
        for one in told
    )
    return TaggedArticle(CleanArticle(article, article_id, (drop,), tuple(blocks)), mentions, ())


def told_claim(one: Told, tagged: TaggedArticle) -> Claim:
    start = tagged.clean.article.text.index(one.sentence)
    end = start + len(one.sentence)
    day = FIRST_DAY + one.number % 28
    attribution = Attribution("the mayor", "said") if one.number % 3 else Attribution()
    statement = Statement(
        start, end, 0, Mood.STATEMENT, "", "", "", (), (), (), (), Polarity.POSITIVE, 0,
        _CERTAINTIES[one.number % len(_CERTAINTIES)], attribution,
        (Value(start, end, ValueKind.DATE, day, day),),
    )  # fmt: skip
    return Claim(
        claim_id=one.claim_id,
        article_id=one.article_id,
        origin_id=one.origin_id,
        text=one.sentence,
        quote=one.sentence,
        start=start,
        end=end,
        section="",
        kind=ClaimKind.SENTENCE,
        context="",
        statement=statement,
        entity_ids=(f"town-{one.number % TOWN_AT}",),
        entity_types=("GPE",),
        subject_ids=(),
        place_ids=(),
        unclear=False,
        check_worthiness=0.5,
        published=None,
    )
