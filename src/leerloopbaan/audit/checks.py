"""The attacks that need only reading: what a careful person sees in the files themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leerloopbaan.audit.knowledge import Knowledge, cells_of, count_of
from leerloopbaan.audit.published import NOT_APPLICABLE, Published, Row, is_band

MARKER = "onderdrukt"


@dataclass(frozen=True)
class Finding:
    """One leak: what kind, where (codes only, never a count), and why it is one."""

    kind: str
    where: str
    why: str


def read_checks(published: Published, knowledge: Knowledge, threshold: int) -> list[Finding]:
    """Everything that is wrong before any arithmetic over several cells."""
    found: list[Finding] = []
    for row in published.rows:
        found += _one_row(row, published, threshold)
    found += _markers(published)
    found += _twice(published)
    found += _missing_rows(published)
    found += _versions(knowledge, published, threshold)
    found += _sums(knowledge)
    return found


def _one_row(row: Row, published: Published, threshold: int) -> Iterator[Finding]:
    about = published.indicators.get(row.get("indicator"))
    sensitive = bool(about and about.gevoelig)
    if row.status is None and row.waarde is None:
        yield Finding("leeg zonder status", row.place, "a figure is empty and nothing says why")
    if row.status is not None and row.waarde is not None:
        yield Finding("waarde ondanks status", row.place, "marked as hidden, and yet shown")
    if row.status not in (None, NOT_APPLICABLE) and None not in (row.teller, row.noemer):
        yield Finding("tellers ondanks status", row.place, "both counts of a hidden rate are there")
    if row.status == NOT_APPLICABLE:
        return
    whole = about is None or about.kenmerk == "T"
    for name, count in (("teller", row.teller), ("noemer", row.noemer)):
        if count is not None and 0 <= count <= threshold:
            yield Finding(f"kleine {name}", row.place, f"a count of {threshold} or fewer is shown")
        if count is not None and count < 0:
            yield Finding(f"negatieve {name}", row.place, "a count below zero is shown")
        if count is not None and abs(count - round(count)) > 1e-9:
            yield Finding(f"gebroken {name}", row.place, "a count with a fraction is shown")
    if row.teller is not None and row.noemer is not None and not whole:
        rest = row.noemer - row.teller
        if 0 <= rest <= threshold:
            yield Finding("klein complement", row.place,
                          f"all but {threshold} or fewer share the trait")  # fmt: skip
        if rest < 0:
            yield Finding("onmogelijk", row.place, "more persons with the trait than persons")
    if row.waarde is not None and row.get("eenheid") in ("%", "procent"):
        yield from _rate(row, sensitive)


def _rate(row: Row, sensitive: bool) -> Iterator[Finding]:
    assert row.waarde is not None
    if row.teller is None or row.noemer is None:
        yield Finding("percentage zonder tellers", row.place,
                      "a rate beside a hidden count gives the count back")  # fmt: skip
    decimals = row.waarde_text.partition(".")[2].rstrip("0")
    if len(decimals) > 1:
        yield Finding("te scherp percentage", row.place, "a rate has more than one decimal")
    if row.noemer and row.teller is not None:
        exact = 100.0 * row.teller / row.noemer
        if abs(exact - row.waarde) > 0.05 + 1e-9:
            yield Finding("percentage klopt niet", row.place,
                          "rate and counts differ: one of them is of another version")  # fmt: skip
    if sensitive and (row.waarde < 5 or row.waarde > 95):
        yield Finding("uiterste verhouding", row.place,
                      "a sensitive rate below 5 or above 95 percent is shown")  # fmt: skip
    if row.waarde in (0.0, 100.0):
        yield Finding("groep onthuld", row.place, "nobody or everybody shares the trait")


def _markers(published: Published) -> Iterator[Finding]:
    statuses = sorted({r.status for r in published.rows if r.status is not None})
    for status in statuses:
        if status not in (MARKER, NOT_APPLICABLE) and not is_band(status):
            yield Finding("tweede markering", status,
                          "a second marker tells which cells were hidden first")  # fmt: skip


def _twice(published: Published) -> Iterator[Finding]:
    """One population shown in one place and hidden in another, or shown with two counts."""
    seen: dict[tuple[object, str], list[tuple[float | None, Row]]] = defaultdict(list)
    for row in published.rows:
        release = row.get("release_id")
        numerator, denominator = cells_of(row, published)
        if row.status == NOT_APPLICABLE:
            continue
        seen[numerator, release].append((count_of(row, numerator), row))
        if denominator != numerator:
            seen[denominator, release].append((row.noemer, row))
    for entries in seen.values():
        counts = {count for count, _ in entries}
        if len(counts) > 1:
            row = entries[0][1]
            if None in counts:
                yield Finding("hier verborgen, daar getoond", row.place,
                              "another table or product shows the same population")  # fmt: skip
            else:
                yield Finding("twee tellingen", row.place,
                              "one population is shown with two counts")  # fmt: skip


def _missing_rows(published: Published) -> Iterator[Finding]:
    """A row that stands everywhere else and not here says: nobody."""
    grid: dict[tuple[str, ...], dict[str, set[tuple[str, ...]]]] = defaultdict(
        lambda: defaultdict(set)
    )
    names = ("product", "indicator", "schooljaar", "meetmoment", "geo_niveau", "release_id")
    for row in published.rows:
        key = (*(row.get(n) for n in names), row.get("uitsplitsing"), row.get("uitsplitsing_2"))
        grid[key][row.get("geo_code")].add((row.get("categorie"), row.get("categorie_2")))
    for key, places in grid.items():
        everything = set().union(*places.values())
        for geo, present in sorted(places.items()):
            for absent in sorted(everything - present):
                yield Finding("ontbrekende rij", " · ".join((key[1], key[2], geo, *absent)),
                              "an absent row says that nobody is in it")  # fmt: skip


def _versions(knowledge: Knowledge, published: Published, threshold: int) -> Iterator[Finding]:
    """The same population in an earlier and a later release."""
    order = {release: i for i, release in enumerate(published.releases)}
    if len(order) < 2:
        return
    for at, versions in knowledge.versions.items():
        counts: dict[int, int | None] = {}
        for release, count in versions:
            at_release = order[release]
            counts[at_release] = counts.get(at_release) if count is None else count
        where = knowledge.cells[at].name()
        for (_, before), (_, after) in pairwise(sorted(counts.items())):
            if before is None and after is not None:
                yield Finding("later getoond", where, "hidden in one release, shown in another")
            elif (
                before is not None and after is not None and (1 <= abs(after - before) <= threshold)
            ):
                yield Finding("kleine verschuiving", where,
                              f"changed by {threshold} or fewer between releases")  # fmt: skip


def _sums(knowledge: Knowledge) -> Iterator[Finding]:
    """Shown counts that do not add up: two versions of the data in one release."""
    for equation in knowledge.equations:
        counts = [knowledge.count[at] for at in equation]
        if all(c is not None for c in counts):
            total = sum(sign * (knowledge.count[at] or 0) for at, sign in equation.items())
            if total:
                where = knowledge.cells[next(iter(equation))].name()
                yield Finding("som klopt niet", where, "shown parts do not add up to their total")
