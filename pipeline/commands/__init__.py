"""What people type after `tellings`: one file a command, each with one function of that name.

`cli.py` lists them; `options.py` has what several share.
"""
