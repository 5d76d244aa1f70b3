"""The benchmark tables are read by tests too: make `benchmarks` importable."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
