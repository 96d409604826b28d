"""Pseudo-locales made of the source language: strings, texts, the whole of a content."""
