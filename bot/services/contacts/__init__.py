"""The contacts of a municipality's units: who is asked, and who is reminded."""
