"""What an outsider can write down from the files: unknowns, known counts and equations.

One unknown per population, whatever table, indicator or product shows it. Releases are read
together: a population whose shown neighbours did not change is taken to be the same in all of
them, which is the attacker's most favourable guess.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from leerloopbaan.audit.published import NOT_APPLICABLE, Published, Row, is_band

_REST = " (rest)"
Split = tuple[tuple[str, str], ...]


@dataclass(frozen=True, order=True)
class Cell:
    """A population: everything that a reader needs to recognise it elsewhere."""

    basis: str
    trait: str
    year: str
    moment: str
    geo: str
    split: Split

    @property
    def is_rest(self) -> bool:
        """Whether the place is what the named parts of another place leave over."""
        return self.geo.endswith(_REST)

    def name(self) -> str:
        """For the report; holds no count."""
        parts = " × ".join(f"{u}={c}" for u, c in self.split) or "totaal"
        return f"{self.basis}[{self.trait}] {self.year} {self.geo} {parts}"


@dataclass
class Knowledge:
    """unknowns and counts by position; `count` is None where hidden everywhere."""

    cells: list[Cell] = field(default_factory=list)
    index: dict[Cell, int] = field(default_factory=dict)
    count: list[int | None] = field(default_factory=list)
    listed: list[bool] = field(default_factory=list)
    equations: list[dict[int, int]] = field(default_factory=list)
    bounds: dict[int, tuple[float, float]] = field(default_factory=dict)
    versions: dict[int, list[tuple[str, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    public: set[int] = field(default_factory=set)

    def add(self, cell: Cell, listed: bool = False) -> int:
        """Position of an unknown, new or known; listed: it stands in a published table."""
        if cell not in self.index:
            self.index[cell] = len(self.cells)
            self.cells.append(cell)
            self.count.append(None)
            self.listed.append(False)
        at = self.index[cell]
        self.listed[at] = self.listed[at] or listed
        return at

    def learn(self, cell: Cell, count: float | None, release: str) -> int:
        """Record what one release says of a population; the first shown count is kept."""
        at = self.add(cell, listed=True)
        value = None if count is None else round(count)
        self.versions[at].append((release, value))
        if value is not None and self.count[at] is None:
            self.count[at] = value
        return at


def cells_of(row: Row, published: Published) -> tuple[Cell, Cell]:
    """The numerator's and the denominator's population of a published figure."""
    about = published.indicators.get(row.get("indicator"))
    basis = about.basis if about else row.get("indicator")
    trait = about.kenmerk if about else "teller"
    pairs = {
        (row.get(u), row.get(c))
        for u, c in (("uitsplitsing", "categorie"), ("uitsplitsing_2", "categorie_2"))
        if row.get(u) not in ("", "totaal") and row.get(c) not in ("", "totaal")
    }
    split = tuple(sorted(pairs))
    year, moment, geo = row.get("schooljaar"), row.get("meetmoment"), row.get("geo_code")
    return Cell(basis, trait, year, moment, geo, split), Cell(basis, "T", year, moment, geo, split)


def count_of(row: Row, numerator: Cell) -> float | None:
    """The count of the numerator's population; a whole stands in the denominator's column too."""
    whole = numerator.trait == "T" and row.teller is None
    return row.noemer if whole else row.teller


def learn(published: Published) -> Knowledge:
    """Unknowns, counts, equations and rate bounds of everything in the folder."""
    knowledge = Knowledge()
    for row in published.rows:
        numerator, denominator = cells_of(row, published)
        release = row.get("release_id")
        if row.status == NOT_APPLICABLE:
            rest = _with(numerator, trait=_other(numerator.trait))
            nobody = {denominator} if numerator == denominator else {numerator, denominator, rest}
            for cell in sorted(nobody):  # by definition, and everyone knows
                knowledge.public.add(knowledge.learn(cell, 0, release))
            continue
        at = knowledge.learn(numerator, count_of(row, numerator), release)
        if numerator != denominator:
            knowledge.learn(denominator, row.noemer, release)
            if row.waarde is not None and row.noemer is not None and row.teller is None:
                _bound_by_rate(knowledge, at, row)
            if row.noemer is not None and is_band(row.status):
                _bound_by_band(knowledge, at, row)
    for fact in published.known:
        _learn_public(knowledge, fact)
    _relate(knowledge, published)
    return knowledge


def _bound_by_rate(knowledge: Knowledge, at: int, row: Row) -> None:
    """A rounded rate beside its denominator: the numerator lies in an interval."""
    digits = len(row.waarde_text.partition(".")[2]) if "." in row.waarde_text else 0
    half = 0.5 * 10.0**-digits
    assert row.waarde is not None
    assert row.noemer is not None
    low = (row.waarde - half) * row.noemer / 100.0
    high = (row.waarde + half) * row.noemer / 100.0
    before = knowledge.bounds.get(at, (0.0, float("inf")))
    knowledge.bounds[at] = (max(before[0], low, 0.0), min(before[1], high))


def _bound_by_band(knowledge: Knowledge, at: int, row: Row) -> None:
    """`<5` or `>95` beside its denominator."""
    assert row.status is not None
    assert row.noemer is not None
    edge = float(row.status[1:]) * row.noemer / 100.0
    low, high = knowledge.bounds.get(at, (0.0, float("inf")))
    below = row.status.startswith("<")
    knowledge.bounds[at] = (low, min(high, edge)) if below else (max(low, edge), high)


def _learn_public(knowledge: Knowledge, fact: dict[str, object]) -> None:
    def text(name: str) -> str:
        value = fact.get(name)
        return "" if value is None else str(value)

    pairs = {
        (text(u), text(c))
        for u, c in (("uitsplitsing", "categorie"), ("uitsplitsing_2", "categorie_2"))
        if text(u) not in ("", "totaal") and text(c) not in ("", "totaal")
    }
    cell = Cell(
        text("basis"), text("kenmerk") or "T", text("schooljaar"), text("meetmoment"),
        text("geo_code"), tuple(sorted(pairs)),
    )  # fmt: skip
    at = knowledge.add(cell)
    knowledge.public.add(at)
    knowledge.count[at] = round(float(text("aantal")))


def _relate(knowledge: Knowledge, published: Published) -> None:
    """Total and parts, in every way that the tables allow."""
    for cell in list(knowledge.cells):
        if cell.trait != "T":
            total = knowledge.add(_with(cell, trait="T"))
            rest = knowledge.add(_with(cell, trait=_other(cell.trait)))
            part = knowledge.index[cell]
            if not cell.trait.startswith("!") or not knowledge.listed[rest]:
                knowledge.equations.append({total: 1, part: -1, rest: -1})
    _relate_places(knowledge, published)
    parts: dict[tuple[Cell, str], dict[str, int]] = defaultdict(dict)
    for cell, at in knowledge.index.items():
        for name, category in cell.split:
            rest_split = tuple(p for p in cell.split if p[0] != name)
            parts[_with(cell, split=rest_split), name][category] = at
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (whole, name), categories in parts.items():
        expected[whole.basis, name].update(categories)
    for (whole, name), categories in parts.items():
        complete = set(categories) == expected[whole.basis, name]
        if whole in knowledge.index and name not in published.overlapping and complete:
            knowledge.equations.append(
                {knowledge.index[whole]: 1} | dict.fromkeys(categories.values(), -1)
            )


def _relate_places(knowledge: Knowledge, published: Published) -> None:
    """A place and its parts; where they do not add up, the rest is one more unknown."""
    children: dict[str, set[str]] = defaultdict(set)
    for node, up in published.parent.items():
        children[up].add(node)
    places: dict[Cell, dict[str, int]] = defaultdict(dict)
    for cell, at in knowledge.index.items():
        places[_with(cell, geo="")][cell.geo] = at
    for kind, found in places.items():
        for node in sorted({published.parent.get(g, "") for g in found} - {""}):
            below = sorted(children[node])
            if node not in found or not all(child in found for child in below):
                continue
            equation = {found[node]: 1} | {found[child]: -1 for child in below}
            if node in published.incomplete:
                equation[knowledge.add(_with(kind, geo=f"{node}{_REST}"))] = -1
            knowledge.equations.append(equation)


def _with(
    cell: Cell, *, trait: str | None = None, geo: str | None = None, split: Split | None = None
) -> Cell:
    return Cell(
        cell.basis,
        cell.trait if trait is None else trait,
        cell.year,
        cell.moment,
        cell.geo if geo is None else geo,
        cell.split if split is None else split,
    )


def _other(trait: str) -> str:
    return trait[1:] if trait.startswith("!") else f"!{trait}"
