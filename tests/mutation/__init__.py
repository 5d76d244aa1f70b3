"""Tests that tests work: break the SQL of the models, one place at a time, and see who notices.

`make mutate`, or `python -m mutation --help`. See docs/mutation.md for what was found.
"""
