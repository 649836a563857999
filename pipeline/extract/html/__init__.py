"""How a web page is read: `parsing` -> `tree` -> `dom` (blocks as pieces) -> `page` (what is the article) -> text.

`refusal` says no to a page that holds no article. `from_html.py` beside this folder puts the steps together; Markdown is rendered and read by the same steps.
"""
