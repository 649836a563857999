"""Stage 4, compare: statements become claims, claims become candidates, pairs get a relation, groups get a status.

`claims` -> `repeats` -> `candidates` -> `relation` (with the rules in `rules/`) -> `groups`.
"""
