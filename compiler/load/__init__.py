"""Node trees to typed entities: one file a kind, and an explicit table of kinds."""
