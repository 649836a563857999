"""Pages that hold no article: what a server, a script or a paywall puts in its place.

A real article must never be refused, so that each kind needs two signs: what the page says, and that next to no running
text is left beside that. `notices` are all of their page, a paywall (`paywall`) stands after a lead or two.
"""
