"""When two names are one thing: a rule a file, each silent where not sure. `tag/entities.py` knows their order."""
