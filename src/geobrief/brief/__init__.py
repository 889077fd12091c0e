"""From documents to a brief, and a brief as files, tables and records."""
