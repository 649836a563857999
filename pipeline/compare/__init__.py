"""Stage 4, compare: statements become claims, claims become candidates, pairs get a relation, groups get a status.

`claims` (worded by `wording`) -> `repeats` -> `candidates` -> `alignment` -> `relation` (by `fit`, `guards` and the
rules in `rules/`) -> `pairs` -> `positions` -> `groups`. `comparison` runs them. Only English is
compared (`language`): claims in other languages are made and stand by themselves.
"""
