"""What a municipality did in its international work, and the rules of what is said about it."""
