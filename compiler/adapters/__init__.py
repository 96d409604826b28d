"""The outside world: files, Git, clock. The only importers of its libraries."""
