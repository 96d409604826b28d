"""Rules about what is written in Markdown, and about the words of entities. Pure."""
