"""What the articles of a collection have in common at their edges and on their sites.

Only independent articles count: reprints of one story are one, and five articles of one site are five, because what
those five repeat is the site's furniture.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.clean.bios import known_frames
from pipeline.clean.fingerprint import fingerprint
from pipeline.records import Article, Block, BlockKind

EDGE = 3  # blocks at either end of an article within which boilerplate is looked for


@dataclass(frozen=True, slots=True)
class Collection:
    """How many independent articles hold the same words; what only one holds is left out."""

    at_edges: Mapping[str, int]  # a block's fingerprint -> articles with it at an edge
    on_site: Mapping[str, Mapping[str, int]]  # the site -> a block's fingerprint -> its articles with it anywhere
    bios: Mapping[str, frozenset[str]]  # the site -> frames of its authors' blurbs

    def about(self, article: Article) -> "Collection":
        """What of it concerns one article, so that news of another is no reason to clean this one anew."""
        site = site_of(article)
        own = {fingerprint(article.text[block.start : block.end]) for block in article.blocks}
        return Collection(
            {words: self.at_edges[words] for words in own & self.at_edges.keys()},
            {site: {words: count for words, count in self.on_site.get(site, {}).items() if words in own}},
            {site: self.bios.get(site, frozenset())},
        )


ALONE = Collection({}, {}, {})


def site_of(article: Article) -> str:
    """What articles of one site have in common; empty if it is not known.

    >>> from pipeline.records import Metadata
    >>> site_of(Article("a", "a.txt", "text", "", "utf-8", Metadata(url="https://www.tarn.example/a"), "", ()))
    'tarn.example'
    """
    try:
        host = urlsplit(article.metadata.url).hostname or ""
    except ValueError:  # "http://[" is no address, and sources.csv may give it for one
        host = ""
    return (article.metadata.site or host.removeprefix("www.")).casefold()


def _edges(article: Article) -> Sequence[Block]:
    # A blurb may have been dropped below the true edge, so look a little deeper than the rule does.
    return article.blocks[: 2 * EDGE] + article.blocks[-2 * EDGE :]


def _shared(holders: Mapping[str, set[str]]) -> dict[str, int]:
    return {key: len(held_by) for key, held_by in holders.items() if len(held_by) > 1}


def gather(articles: Sequence[Article], families: Mapping[str, str]) -> Collection:
    """What the articles repeat; `families` has the same name for articles of which one copies the other."""
    edges: dict[str, set[str]] = defaultdict(set)
    on_site: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in articles:
        family, site = families[article.article_id], site_of(article)
        for block in _edges(article):
            edges[fingerprint(article.text[block.start : block.end])].add(family)
        for block in article.blocks if site else ():
            if block.kind is not BlockKind.FURNITURE:
                on_site[site][fingerprint(article.text[block.start : block.end])].add(family)
    by_site: dict[str, list[tuple[str, Article]]] = defaultdict(list)
    for article in articles:
        by_site[site_of(article)].append((families[article.article_id], article))
    bios = {site: known_frames(members) for site, members in by_site.items()}
    sites = {site: _shared(holders) for site, holders in on_site.items()}
    return Collection(_shared(edges), sites, {site: frames for site, frames in bios.items() if frames})
