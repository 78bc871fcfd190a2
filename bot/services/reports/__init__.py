"""Reports: what the policies demand, out of what was logged."""
