"""The price of hiding a first count: who hides one count of an equation must hide a second.

Where most is hidden, the cheapest world for one target opens equations in which nothing was hidden
yet, and every such equation asks for more. So a cell costs more for each equation that it opens.
"""

from __future__ import annotations

import numpy as np

from leerloopbaan.disclosure.model import BoolArray, FloatArray, System


class Opening:
    """The prices of a system's cells, given what is hidden."""

    def __init__(self, system: System) -> None:
        """Keep the equations in which at least two counts can move."""
        self._cost = system.cost
        self._movable = ~system.fixed
        uses = abs(system.matrix)
        self._of_equation = uses[np.flatnonzero(uses @ self._movable.astype(float) > 1)]
        self._of_cell = self._of_equation.T

    def prices(self, hidden: BoolArray) -> FloatArray:
        """Each cell's cost once, and once more for every equation that has nothing hidden."""
        held = self._of_equation @ (hidden & self._movable).astype(float)
        priced: FloatArray = self._cost * (1.0 + self._of_cell @ (held == 0).astype(float))
        return priced
