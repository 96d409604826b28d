"""Values that every room shares: places, findings, routes, hashes, paths. Knows no file format."""
