"""Ghent: every pupil of its schools on 01/02 and 30/06, in cross-sections that never link."""
