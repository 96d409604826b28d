"""Banners: which part of which image a slot shows, and what is made of it. Pure; opens no image."""
