"""What all edits of catalogues share: what an entry says of its translation, how it is written."""
