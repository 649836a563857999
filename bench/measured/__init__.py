"""What a command takes, measured from outside."""
