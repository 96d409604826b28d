"""What is to be reviewed as a file for a translator, and back: one file a format."""
