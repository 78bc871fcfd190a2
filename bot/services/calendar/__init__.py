"""The duties' calendar: what the documents demand when, and what coordinators decide about it."""
