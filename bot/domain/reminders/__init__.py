"""What the coordinator has sent out to whom, when, and what they answer."""
