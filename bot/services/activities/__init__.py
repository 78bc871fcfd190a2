"""Logging what was done: reading it, checking it, storing it, finding it."""
