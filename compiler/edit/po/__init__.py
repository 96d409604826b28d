"""Edits of catalogues that change the lines of what is edited and no others."""
