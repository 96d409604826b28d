"""Typed keys: files of declarations made from the strings, for compilers of other languages."""
