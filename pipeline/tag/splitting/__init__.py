"""Splitting: a sentence that says several things becomes several, each of which stands alone."""
