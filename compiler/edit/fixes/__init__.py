"""`check --fix`: what rules say that mends a finding, carried out by the edits of all commands."""
