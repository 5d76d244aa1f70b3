"""Cities side by side: each has its own vault, processes and files, so none waits for another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from leerloopbaan.build.plan import Outcome, Plan
from leerloopbaan.build.steps import Announce, build_city
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.workers import processes

#: Larger builds take the memory of the whole machine: one city after another.
LARGEST_SIDE_BY_SIDE = 5.0


def build_cities(plans: Sequence[Plan], announce: Callable[[str], Announce]) -> list[Outcome]:
    """Build every city, two at a time where that helps; `announce` makes one for a city by name.

    A city that fails leaves the others to finish. Raises the error of the first that failed, in the
    order of `plans`, with the names of the others that did.
    """
    side_by_side = all(plan.scale <= LARGEST_SIDE_BY_SIDE for plan in plans)
    with ThreadPoolExecutor(processes() if side_by_side else 1) as pool:
        built = [pool.submit(build_city, plan, announce(plan.city)) for plan in plans]
        errors = [
            (plan.city, error)
            for plan, future in zip(plans, built, strict=True)
            if (error := future.exception()) is not None
        ]
    if not errors:
        return [future.result() for future in built]
    (city, first), *others = errors
    if isinstance(first, LeerloopbaanError) and others:
        names = ", ".join(name for name, _ in others)
        first.remedy = f"{first.remedy}\nAlso failed after {city}: {names}.".lstrip()
    raise first
