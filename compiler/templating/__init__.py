"""Messages with Jinja in them: kept out of the sight of Markdown, then put back. Pure."""
