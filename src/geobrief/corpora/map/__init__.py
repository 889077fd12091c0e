"""The map of a corpus: its claims counted by cell, certainty and time, as one page and as a local server."""
