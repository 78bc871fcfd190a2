"""What a document says, taken out with its place: facts, definitions, duties, action items."""
