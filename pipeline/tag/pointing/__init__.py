"""What "the treaty", "both nations", "the company" or "the minister" stands for, where the article leaves no doubt.

A rule a file, in an explicit order; each is certain or silent, for a wrong guess makes two propositions one.
"""
