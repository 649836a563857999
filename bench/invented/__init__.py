"""Results of any size, made up for measurements and tests of what is made from a result."""
