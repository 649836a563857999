"""Stage 2, clean: which spans of an article are not its own statements. Nothing is rewritten, only marked.

`origins.py` finds reprints first, so that what they repeat is not taken for boilerplate; then `RULES` look at each
article in turn. Each rule is a small file in `rules/`.
"""
