"""What each verb takes on the command line. Knows nothing of what a verb does with it."""
