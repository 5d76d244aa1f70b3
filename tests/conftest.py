"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

# No clock decides whether a test passes, and a run can be repeated example by example.
settings.register_profile("leerloopbaan", deadline=None, derandomize=True, database=None)
settings.load_profile("leerloopbaan")
