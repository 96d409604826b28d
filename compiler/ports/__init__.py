"""What the outside world must be able to do for us, as Protocols; `adapters` does it."""
