"""E-mails of other systems made templates: their placeholders Jinja, their content Markdown."""
