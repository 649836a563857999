"""Fuzzing: see `fuzz/__main__.py`."""
