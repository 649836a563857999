"""What the articles of a collection have in common at their edges and on their sites.

Only independent articles count: reprints of one story are one, and five articles of one site are five, because what
those five repeat is the site's furniture.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.clean.bios import Blurb, blurbs_of, known_frames
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


@dataclass(frozen=True, slots=True)
class Held:
    """Words that an article brings into the collection, by their fingerprint."""

    words: str
    site: str = ""  # where they count as its own; "" for those at an edge


def held_by(article: Article) -> frozenset[Held]:
    """What others may have in common with an article: the blocks at its edges, and all that its site prints in it."""
    site = site_of(article)
    told = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE] if site else []
    edges = {Held(fingerprint(article.text[block.start : block.end])) for block in _edges(article)}
    return frozenset(edges | {Held(fingerprint(article.text[block.start : block.end]), site) for block in told})


def collected(counts: Iterable[tuple[Held, int]], bios: Mapping[str, frozenset[str]]) -> Collection:
    """A collection of how many independent articles hold what; what only one holds is left out."""
    on_site: dict[str, dict[str, int]] = defaultdict(dict)
    edges = on_site[""]
    for held, count in counts:
        if count > 1:
            on_site[held.site][held.words] = count
    del on_site[""]
    return Collection(edges, on_site, {site: frames for site, frames in bios.items() if frames})


def gather(articles: Sequence[Article], families: Mapping[str, str]) -> Collection:
    """What the articles repeat; `families` has the same name for articles of which one copies the other."""
    holders: dict[Held, set[str]] = defaultdict(set)
    blurbs: dict[str, list[tuple[str, Blurb]]] = defaultdict(list)
    for article in articles:
        family = families[article.article_id]
        for held in held_by(article):
            holders[held].add(family)
        blurbs[site_of(article)] += [(family, blurb) for blurb in blurbs_of(article)]
    counts = ((held, len(independent)) for held, independent in holders.items())
    return collected(counts, {site: known_frames(own) for site, own in blurbs.items()})
