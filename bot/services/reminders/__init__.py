"""Broadcasts and reminders: composed, planned, sent once, answered."""
