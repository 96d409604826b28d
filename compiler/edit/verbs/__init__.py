"""What can be done to entries by name, as on an admin screen: pure, from files to files."""
