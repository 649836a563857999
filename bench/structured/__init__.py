"""What `bench/structure.py` is made of: marked pages, their blocks, the tools and the score."""
