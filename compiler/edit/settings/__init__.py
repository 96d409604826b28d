"""Values that areas get, set where they belong."""
