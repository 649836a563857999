"""The names of articles in other languages: what the model of the language says, put right by its own words.

`languages/*.toml` holds the words, a file a language; without one the model's names stand as they are.
"""
