"""A larger model learns first what two claims say of each other, and then tells it to the one that is shipped."""
