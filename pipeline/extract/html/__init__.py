"""How a web page is read.

`parsing` -> `tree` -> `dom` (blocks as pieces) -> `refusals` (pages without an article) -> `main_content` and `blocks`
(which of them are the article) -> `page` (what each is) and `metadata` -> text. `from_html.py` beside this folder puts
the steps together; Markdown, office files and PDF are made into a tree and read by the same steps.
"""
