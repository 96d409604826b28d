"""File formats to trees with positions: YAML, JSON, PO, Markdown. No domain word here."""
