"""How much a file may hold before it is refused, so that none can stop the program."""

DEEPEST = 100
"""Levels of mappings and sequences inside each other."""

MOST_ALIASED = 10_000
"""Values that all aliases of a file may stand for."""

LARGEST = 1024 * 1024
"""Bytes of a YAML or JSON file, or of a layout: what a person writes has a hundredth of that."""

LARGEST_MARKDOWN = 256 * 1024
"""Bytes of a Markdown file; a contract has 60,000."""

MOST_FAULTS = 100
"""Findings about the form of one file that are told; then only how many there are beside."""
