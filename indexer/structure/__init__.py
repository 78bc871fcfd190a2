"""Blocks of a document in, its sections and passages out, as its author made them."""
