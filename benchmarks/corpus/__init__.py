"""The strings of a client area in six languages, made from words and phrases of words/."""
