"""Who translates: one file a provider, and the table of them."""
