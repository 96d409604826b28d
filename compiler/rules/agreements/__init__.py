"""Rules about agreements: each printed in every language, with every sample, and read again."""
