"""When two names are one thing: a rule a file, each silent where it is not sure. `resolved.py` knows their order."""
