"""Fictitious deliveries, as the department would send them, and what is true of them.

Everything is simulated from a seed: a landscape of schools, then careers, block by block of
persons (`BLOCK`), so that any scale fits in memory and the bytes depend on the seed alone.
"""
