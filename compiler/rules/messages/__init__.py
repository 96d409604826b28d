"""Rules about the messages of catalogues: their syntax, placeholders and plurals."""
