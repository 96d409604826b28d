"""Markdown to sanitised HTML and to plain text. Pure."""
