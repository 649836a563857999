"""What the store has of earlier runs: the verdicts on each two articles, and what was answered about each two texts.

An article that says what it said, beside another that does, costs nothing. Where one of the two has changed, or a block
of it is taken for boilerplate now, the pairs of claims that are as before cost no question.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256

import msgspec

from pipeline.compare.embedding import sentence_digest
from pipeline.compare.entailment import relation_digest
from pipeline.compare.pieces import Answers, Judged, Two
from pipeline.compare.reading import Texts
from pipeline.compare.rule import Pair
from pipeline.records import Claim, ClaimPair
from pipeline.versions import stage_version
from pipeline.workers import Runner

TWOS_AT_ONCE = 2_000  # that are fetched together: a few MB
Words = dict[str, str]  # each word of claims by itself: a claim is in dozens of pairs, and its text is held once
_STAGE = "compare"
_pack = msgspec.msgpack.encode


def _said(claims: Sequence[Claim], echoes: AbstractSet[str]) -> bytes:
    own = [claim.claim_id for claim in claims if claim.claim_id in echoes]
    return sha256(_pack((claims, own), order="deterministic")).digest()


class Kept:
    """What is kept for the two articles of a run, and for the texts of their claims."""

    def __init__(
        self, articles: Sequence[Sequence[Claim]], twos: Sequence[Two], echoes: AbstractSet[str], runner: Runner
    ) -> None:
        self._store = runner.store
        models = sentence_digest(), relation_digest(runner.settings.relation_model)
        self._seed = _pack((stage_version(_STAGE), *models))
        said = [_said(claims, echoes) for claims in articles]
        self._keys = {(i, j): sha256(self._seed + said[i] + said[j]).hexdigest() for i, j in twos}

    def verdicts(self, words: Words) -> dict[Two, Judged]:
        """Of the two articles that are as they were."""
        found: dict[Two, Judged] = {}
        for first in range(0, len(twos := list(self._keys)), TWOS_AT_ONCE):
            some = twos[first : first + TWOS_AT_ONCE]
            kept = self._store.get_many([self._keys[two] for two in some])
            for two in some:
                if content := kept.get(self._keys[two]):
                    found[two] = in_words(words, msgspec.msgpack.decode(content, type=Judged))
        return found

    def keep(self, two: Two, judged: Judged) -> None:
        """The verdicts on two articles."""
        self._store.put_many([(self._keys[two], _pack(judged))], _STAGE)

    def _key(self, texts: Texts) -> str:
        return sha256(self._seed + _pack(sorted(texts))).hexdigest()

    def recall(self, pairs: Sequence[Pair]) -> list[Answers]:
        """What was answered about each pair; nothing about most."""
        keys = [self._key((pair.a.text, pair.b.text)) for pair in pairs]
        kept: Mapping[str, bytes] = self._store.get_many(keys) if keys else {}
        return [msgspec.msgpack.decode(kept[key], type=Answers) if key in kept else () for key in keys]

    def keep_answers(self, answered: Iterable[tuple[Texts, Answers]]) -> None:
        """What was answered about pairs, by their texts."""
        self._store.put_many(((self._key(texts), _pack(answers)) for texts, answers in answered), _STAGE)


def in_words(words: Words, judged: Judged) -> Judged:
    """The same in words that are there already."""

    def there(word: str) -> str:
        return words.setdefault(word, word)

    def rewritten(row: ClaimPair) -> ClaimPair:
        return ClaimPair(
            claim_a=there(row.claim_a),
            claim_b=there(row.claim_b),
            article_a=there(row.article_a),
            article_b=there(row.article_b),
            relation=row.relation,
            difference_types=row.difference_types,
            entails=row.entails,
            confidence=row.confidence,
            evidence_a=there(row.evidence_a),
            evidence_b=there(row.evidence_b),
            explanation=there(row.explanation),
            text_a=there(row.text_a),
            text_b=there(row.text_b),
        )

    return Judged(
        tuple(map(rewritten, judged.pairs)),
        tuple((there(a), there(b)) for a, b in judged.apart),
        tuple(map(rewritten, judged.doubtful)),
    )
