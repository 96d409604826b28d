"""Two versions of the content set against each other: what a change takes away, and from whom."""
