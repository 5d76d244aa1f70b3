"""Ghent: a code that never links years, two cities that never meet, and its own rules."""
