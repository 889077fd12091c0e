"""A brief as a document that people publish: Word, PowerPoint, Markdown, HTML and LaTeX."""
