"""Which blocks of a page are its article.

What is known of each block (`wording`, `place`), what other extractors take for the article (`rivals`), how likely each
block is part of it (`model`), and the choice from that (`choice`).
"""
