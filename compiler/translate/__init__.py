"""Machine translation: what to ask, how to ask it, whether an answer holds. Asks nobody itself."""
