"""Translations from elsewhere put into their files: by machine, or back from a translator."""
