"""What the lines of a plain text say of its structure; `from_text.py` beside this folder puts it together."""
