"""Content to artifacts: the bytes of every bundle and asset, with their hashes. Pure."""
