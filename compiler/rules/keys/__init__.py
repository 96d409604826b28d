"""Rules about the keys that code asks for, set against those that are declared."""
