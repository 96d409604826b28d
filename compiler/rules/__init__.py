"""Content to findings: one file a family of rules, one table of all."""
