"""Whom "he" and "she" mean (`persons.py`) and what "it" and "they" do (`things.py`), or nothing where that is open."""
