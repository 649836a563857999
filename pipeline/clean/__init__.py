"""Stage 2, clean: which spans of an article are not its own statements. Nothing is rewritten, only marked.

`origins.py` finds reprints first, so that what they repeat is not taken for boilerplate, and `collection.py` what
independent articles have in common; then `RULES` look at each article in turn, each a small file in `rules/`. At the
end `copied.py` finds what an article has from another inside a text of its own. What sites say in which language is
data: `languages/`.
"""
