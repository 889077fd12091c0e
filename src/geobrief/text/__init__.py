"""Articles as Documents, their sentences, and names made comparable."""
