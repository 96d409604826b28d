"""How much a file may hold before it is refused, so that none can stop the program."""

DEEPEST = 100
"""Levels of mappings and sequences inside each other."""

MOST_ALIASED = 10_000
"""Values that all aliases of a file may stand for."""
