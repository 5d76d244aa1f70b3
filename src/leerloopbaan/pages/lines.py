"""Small line drawings without a chart library: hundreds of schools and areas get the same few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leerloopbaan.pages.render import number

Series = Sequence[float | None]
# Halves of these are round too: the axis has a middle.
_STEPS = (1, 2, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class Frame:
    """Where a drawing's axes stand: size, margins, number of years, and the top of its scale."""

    width: float
    height: float
    left: float
    right: float
    upper: float
    lower: float
    years: int
    top: float

    def x(self, place: int) -> float:
        """Across, for the year at a place."""
        inner = self.width - self.left - self.right
        if self.years == 1:
            return self.left + inner / 2
        return self.left + inner * (0.04 + 0.92 * place / (self.years - 1))

    def y(self, value: float) -> float:
        """Down, for a value."""
        inner = self.height - self.upper - self.lower
        return self.height - self.lower - value / self.top * inner

    def lines(self, values: Series, kind: str) -> str:
        """The line through the values; None is a gap."""
        pieces: list[list[str]] = [[]]
        for place, value in enumerate(values):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append(f"{self.x(place):.1f},{self.y(value):.1f}")
        return "".join(
            f'<polyline class="{kind}" points="{" ".join(piece)}"/>'
            for piece in pieces
            if len(piece) > 1
        )

    def grid(self, unit: str, parts: int = 2) -> str:
        """Horizontal lines from zero to the top, each with its value."""
        steps = [self.top * part / parts for part in range(parts + 1)]
        return "".join(
            f'<line class="raster" x1="{self.left:g}" x2="{self.width - self.right:g}" '
            f'y1="{self.y(value):.1f}" y2="{self.y(value):.1f}"/>'
            f'<text x="{self.left - 5:g}" y="{self.y(value) + 4:.1f}" text-anchor="end">'
            f"{tick(value, unit)}</text>"
            for value in steps
        )


def ceiling(values: Sequence[float]) -> float:
    """The top of an axis: a round number at or above every value."""
    highest = max(values, default=1.0)
    size = 1.0
    while size * 10 <= highest:
        size *= 10
    return next(size * step for step in _STEPS if size * step >= highest)


def tick(value: float, unit: str) -> str:
    """A value of an axis: `1.000`, `2,5 %`."""
    text = number(value, "aantal") if value == int(value) else f"{value:g}".replace(".", ",")
    return f"{text} %" if unit == "%" else text
