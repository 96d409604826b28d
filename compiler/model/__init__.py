"""The entities of a Client Area: one file a kind, `content` holds them together."""
