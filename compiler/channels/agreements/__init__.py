"""Agreements as PDF: Markdown to Typst, layouts, fonts, and whether the words come back. Pure."""
