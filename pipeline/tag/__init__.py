"""Stage 3, tag: what is named, counted, dated, and who says it how surely.

One pass of spaCy over each kept block, so that no sentence and no name crosses a block. What comes out are plain
records; spaCy's own objects never leave this folder. `packages.py` tells which pipeline reads an article's language; in
other languages than English only sentences and names are read (`any_language.py`, `foreign/`). Within an
article `pronouns/` says whom "he" means. `entities.py` then looks at all articles together: `merging/` says which names
are one thing, `pointing/` what "the treaty" or "both nations" stands for.
"""
