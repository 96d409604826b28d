"""Rules about what only the network knows: they find something where `check --online` asks."""
