"""How a web page is read: `parsing` -> `tree` -> `dom` (blocks as pieces) -> `page` (what is the article) -> text.

`from_html.py` beside this folder puts the steps together; Markdown is rendered and read by the same steps.
"""
