"""The one schema: every table, its columns in order, their types and what they mean.

The writers, the Frictionless description and the data dictionary in `output/README.md` are all made from here.
"""

from pipeline.records import Result
from pipeline.report import rows
from pipeline.report.schema import Column, Table

# One line a column, so that the schema reads as the table it is.
# fmt: off
_ARTICLE = Column("article_id", "string", "The article", refers="articles.article_id")
_START = Column("start", "integer", "First character, counted from 0 in `text/ARTICLE_ID.txt`")
_END = Column("end", "integer", "The character after the last")
_QUOTE = Column("quote", "string", "The exact words: the text from `start` to `end`")
_TYPES = "`number date place actor polarity certainty attribution scope detail update`"

ARTICLES = Table("articles", "One row is an article that was read.", ("article_id",), rows.articles, (
    Column("article_id", "string", "Readable name, made from the path; it stays when other articles come or go"),
    Column("path", "string", "Where it lies in `raw/`"),
    Column("format", "string", "What the content was read as, whatever the file is called"),
    Column("title", "string", "Its title, as it says"),
    Column("author", "string", "Who wrote it, as it says"),
    Column("site", "string", "Who published it, as it or `sources.csv` says"),
    Column("published", "string", "ISO date as precise as it is given: `2021`, `2021-02` or `2021-02-03`"),
    Column("url", "string", "Where it was published"),
    Column("language", "string", "ISO 639-1 code, as its words show it"),
    Column("origin_id", "string", "Who first published it; reprints and copies of a wire story share one"),
    Column("words", "integer", "Words that are left after cleaning"),
    Column("claims", "integer", "Claims it makes"),
    Column("sha256", "string", "Hash of the input"),
    Column("encoding", "string", "Character encoding that it was read in"),
    Column("warnings", "list", "What could not be read well; `contains_copy_of:ARTICLE_ID` where a part is another's, "
           "`declared_language:CODE` where it names a wrong language, `lang_unsupported` where no pipeline reads it, "
           "`lang_not_compared` where its claims stand by themselves"),
))

_SPAN_KEY = ("article_id", "start", "end")

REMOVED = Table("removed", "One row is a span that cleaning took out.", (*_SPAN_KEY, "rule"), rows.removed, (
    _ARTICLE, _START, _END, _QUOTE,
    Column("rule", "string", "The rule that took it out"),
    Column("reason", "string", "Why it is not the article's own statement"),
))

ENTITIES = Table("entities", "One row is a person, place, body or other named thing.", ("entity_id",), rows.entities, (
    Column("entity_id", "string", "The entity"),
    Column("name", "string", "Its fullest name"),
    Column("type", "string", "What it is, as a spaCy label: `PERSON`, `ORG`, `GPE` and so on"),
    Column("aliases", "list", "Other names that the articles use for it"),
    Column("articles", "list", "Articles that name it"),
    Column("mentions", "integer", "How often they do"),
))

MENTIONS = Table("mentions", "One row is a name as it is written.", (*_SPAN_KEY, "entity_id"), rows.mentions, (
    _ARTICLE, _START, _END, _QUOTE,
    Column("type", "string", "What the words name, as a spaCy label"),
    Column("entity_id", "string", "What they name", refers="entities.entity_id"),
))

CLAIMS = Table("claims", "One row is one checkable statement as one article makes it.", ("claim_id",), rows.claims, (
    Column("claim_id", "string", "The claim; it stays when the article changes elsewhere"),
    _ARTICLE,
    Column("group_id", "string", "Its group, of one proposition; English only", refers="claim_groups.group_id"),
    Column("claim_text", "string", "The statement made readable on its own"),
    _QUOTE, _START, _END,
    Column("section", "string", "The heading it stands under"),
    Column("kind", "string", "`sentence`, `list_item`, `table_row` or `answer`"),
    Column("context", "string", "The lead-in, row label or question that it needs"),
    Column("subject", "string", "Who or what it is about"),
    Column("predicate", "string", "What it says of it: the verb"),
    Column("object", "string", "What the verb acts on"),
    Column("polarity", "string", "`+` it is so, `-` it is not so; empty in other languages than English"),
    Column("certainty", "string", "`CT` certain, `PR` probable, `PS` possible, `U` not committed"),
    Column("attribution_source", "string", "Who is said to say it; empty for the article itself"),
    Column("attribution_cue", "string", 'The words of saying: "said", "according to"'),
    Column("values", "list", "Numbers, amounts and dates: `at least 30 home`, `about 2000`, `1962-10`"),
    Column("entity_ids", "list", "Entities that it names, as in `entities.csv`"),
    Column("check_worthiness", "number", "0 to 1: how much a reader would want it checked; not whether it is true"),
    Column("repeat_of", "string", "The claim of the same article that it restates", refers="claims.claim_id"),
))

_PAIR_KEY = ("claim_a", "claim_b")
CLAIM_PAIRS = Table("claim_pairs", "One row is two related claims, conflicts first.", _PAIR_KEY, rows.claim_pairs, (
    Column("claim_a", "string", "The one claim", refers="claims.claim_id"),
    Column("claim_b", "string", "The other claim", refers="claims.claim_id"),
    Column("article_a", "string", "The article that makes the one", refers="articles.article_id"),
    Column("article_b", "string", "The article that makes the other", refers="articles.article_id"),
    Column("relation", "string", "`agree`, `differ` (both can be true) or `conflict` (they cannot)"),
    Column("difference_types", "list", f"Why it is not plain agreement: {_TYPES}"),
    Column("entails", "string", "Whose acceptance carries the other: `both`, `a`, `b` or empty"),
    Column("confidence", "number", "0 to 1: how sure the verdict is"),
    Column("evidence_a", "string", "The words of the one that the verdict rests on"),
    Column("evidence_b", "string", "The words of the other"),
    Column("explanation", "string", "The verdict in a sentence that can be checked"),
    Column("text_a", "string", "The one claim's text"),
    Column("text_b", "string", "The other claim's text"),
))

_STATUS = Column("status", "string", "`disputed` (a conflict), `differing`, `shared` (two origins or more agree), "
                 "`single_origin` (several articles, one origin) or `unique` (one article)")
_STATEMENT = Column("statement", "string", "The proposition in one sentence")

CLAIM_GROUPS = Table("claim_groups", "One row is a proposition, disputed first.", ("group_id",), rows.claim_groups, (
    Column("group_id", "string", "The group; a new article rarely renames it"),
    _STATUS,
    Column("topic", "string", "What it is about, in a few words"),
    _STATEMENT,
    Column("n_articles", "integer", "Articles that speak of it"),
    Column("n_origins", "integer", "Independent origins among them"),
    Column("supporting", "list", "Articles that say it"),
    Column("conflicting", "list", "Articles that say what cannot be true beside it"),
    Column("silent", "list", "Articles that say nothing on it: never a conflict"),
    Column("difference_types", "list", f"All the ways in which its claims differ: {_TYPES}"),
    Column("summary", "string", "The comparison in a sentence"),
))


def _article_columns(result: Result) -> tuple[Column, ...]:
    names = rows.coverage_columns(result)
    return tuple(Column(name, "string", f"What the article `{article}` says on it") for article, name in names.items())


COVERAGE = Table(
    "coverage", "One row is a claim group, and every article has a column named after it: `agree`, "
    "`conflict:POSITION` with the name of the side it takes, `differ`, or empty where it is silent or not in English.",
    ("group_id",), rows.coverage,
    (Column("group_id", "string", "The group", refers="claim_groups.group_id"), _STATUS, _STATEMENT), _article_columns,
)

REJECTS = Table("rejects", "One row is an input that could not be used.", ("path",), rows.rejects, (
    Column("path", "string", "Where it lies in `raw/`"),
    Column("sha256", "string", "Hash of the input, if it could be read"),
    Column("bytes", "integer", "Its size"),
    Column("stage", "string", "Where it failed"),
    Column("code", "string", "Short name of the reason"),
    Column("message", "string", "The reason"),
    Column("hint", "string", "What to do about it"),
))

CHANGES = Table(
    "changes", "One row is a difference from the run before. The first run has none.", ("what", "id"), lambda _: (), (
        Column("what", "string", "Its table: `articles`, `claims`, `claim_pairs`, `claim_groups` or `rejects`"),
        Column("id", "string", "The row's id there, the new one if it has another; a pair's two are joined by `;`"),
        Column("change", "string", "`added`, `removed` or `changed`"),
        Column("before", "string", "What stood there; of a changed row a line for each column that differs"),
        Column("after", "string", "What stands there now"),
    ),
)
"""Its rows depend on the earlier output, so `changes.py` makes them."""

TABLES = (ARTICLES, REMOVED, ENTITIES, MENTIONS, CLAIMS, CLAIM_PAIRS, CLAIM_GROUPS, COVERAGE, REJECTS)
