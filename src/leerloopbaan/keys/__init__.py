"""Secrets, derived keys and pseudonyms: one city's key opens nothing of another."""
