"""Telling: what each article claims and what of it it repeats, worked out once and kept for each article."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import msgspec

from pipeline.compare.claims import make_claims
from pipeline.compare.embedding import sentence_digest
from pipeline.compare.repeats import find_repeats
from pipeline.compare.vectors import vectors_of
from pipeline.errors import Reject
from pipeline.records import Claim, TaggedArticle
from pipeline.versions import stage_version
from pipeline.workers import Runner

log = logging.getLogger(__name__)
WORTH = 100  # articles that are worth a process more: they take some milliseconds each
_STAGE = "compare"
_pack = msgspec.msgpack.encode
Told = tuple[Claim, ...]
Repeats = tuple[str, ...]  # for each claim of an article the id of the one that it restates, or ""


def made_claims(tagged: Sequence[TaggedArticle], runner: Runner) -> list[Told]:
    """What each article claims; it is not known yet what it repeats."""
    made = runner.map(_STAGE, make_claims, tagged, Told, worth=WORTH)
    for article, outcome in zip(tagged, made, strict=True):
        if isinstance(outcome, Reject):
            name = article.clean.article.article_id
            log.warning("The claims of %s could not be read (%s). The next run tries again.", name, outcome)
    return [() if isinstance(outcome, Reject) else outcome for outcome in made]


def _repeats(made: Sequence[Told], runner: Runner) -> list[Repeats]:
    """What is repeated in each article. Those of which it is not known are all embedded together."""
    seed = _pack(("repeats", stage_version(_STAGE), sentence_digest()))
    keys = [sha256(seed + _pack(claims, order="deterministic")).hexdigest() for claims in made]
    kept = {key: msgspec.msgpack.decode(own, type=Repeats) for key, own in runner.store.get_many(keys).items()}
    fresh = {key: claims for key, claims in zip(keys, made, strict=True) if key not in kept}
    vectors = vectors_of([claim for claims in fresh.values() for claim in claims], runner)
    found = {key: find_repeats(claims, vectors) for key, claims in fresh.items()}
    runner.store.put_many(((key, _pack(own)) for key, own in found.items()), _STAGE)
    known = kept | found
    return [known[key] for key in keys]


def claims_of(tagged: Sequence[TaggedArticle], runner: Runner) -> list[list[Claim]]:
    """What each article claims, with what it repeats.

    A repeat is compared too: the pair that it makes may be the clearer one.
    """
    made = made_claims(tagged, runner)
    return [
        [replace(claim, repeat_of=base) if base else claim for claim, base in zip(claims, repeats, strict=True)]
        for claims, repeats in zip(made, _repeats(made, runner), strict=True)
    ]
