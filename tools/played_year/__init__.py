"""A year of reminders, played through: ``python -m tools.played_year``.

The services, the database and the documents are the real ones. Played are the clock, which jumps
from one due moment to the next, Slack, which keeps what it is sent, and the people, who answer as
their habits are. The same seed gives the same year, so that a test can play it again.
"""
