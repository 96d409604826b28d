"""The files by which hosts and tools run this program in a new content repository."""
