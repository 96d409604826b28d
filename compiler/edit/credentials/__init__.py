"""Credentials of areas made new, beside those that still hold."""
