"""Edits of YAML that change the bytes of what is edited and no others. Knows no domain word."""
