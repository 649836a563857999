"""Generated articles about many stories, of which is known what they share, what they dispute and what is copied.

`facts.py` draws the facts of a story, `articles.py` tells some of them, in some wording, with some of them wrong, and
`pages.py` dresses the articles up as pages, texts and records of several outlets. The same seed makes the same bytes.
"""
