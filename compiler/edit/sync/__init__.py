"""Source texts carried through the catalogues of all languages, by label."""
