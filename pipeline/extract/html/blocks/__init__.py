"""Which blocks of a page are its article.

What is known of each block (`features`, `second_opinion`) makes a `table`, from which a `model` says how likely each
block is part of the article; the `choice` is made from that.
"""
