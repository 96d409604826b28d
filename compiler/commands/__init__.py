"""One file a verb: arranges rooms, returns an exit code."""
