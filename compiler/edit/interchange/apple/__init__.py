"""Apple's strings: `.strings`, `.stringsdict` and string catalogues, `.xcstrings`."""
