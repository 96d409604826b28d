"""Catalogues of other tools: one file a format, and what becomes of them here and there."""
