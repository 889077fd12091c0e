"""A brief as linked data (JSON-LD): schema.org for search engines, Web Annotations for annotation tools."""
