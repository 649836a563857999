"""Chains of mentions made by hand, and how near ours come to them."""
