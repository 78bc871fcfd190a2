"""What municipalities have bound themselves to: the register, and their documents' rules of it."""
