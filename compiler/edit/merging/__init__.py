"""Three versions of a catalogue become one, entry by entry."""
