"""Reports as files, and files as rows."""
