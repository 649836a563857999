"""When two names are one thing: a rule a file, each silent where it is not sure. `entities.py` beside this folder knows their order."""
