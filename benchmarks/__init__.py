"""Benchmarks: `python -m benchmarks [name ...]` runs every `bench_*.py` beside this file."""
