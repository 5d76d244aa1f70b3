"""Cities are built side by side, and one that fails stops no other."""

from __future__ import annotations

from threading import Barrier, BrokenBarrierError

import pytest

from leerloopbaan.build import cities
from leerloopbaan.build.plan import Outcome, Plan
from leerloopbaan.build.steps import Announce
from leerloopbaan.errors import RefusedError

PLANS = [Plan("antwerpen"), Plan("gent")]


def _quiet(city: str) -> Announce:
    return lambda step: None


def test_two_cities_are_under_way_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "processes", lambda: 2)
    together = Barrier(2, timeout=10)

    def meet(plan: Plan, announce: Announce) -> Outcome:
        together.wait()
        return Outcome(plan.city, synthetic=True)

    monkeypatch.setattr(cities, "build_city", meet)
    built = cities.build_cities(PLANS, _quiet)
    assert [outcome.city for outcome in built] == ["antwerpen", "gent"]


def test_large_cities_wait_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "processes", lambda: 2)
    together = Barrier(2)

    def alone(plan: Plan, announce: Announce) -> Outcome:
        with pytest.raises(BrokenBarrierError):  # the other city never comes
            together.wait(timeout=0.5)
        together.reset()
        return Outcome(plan.city, synthetic=True)

    monkeypatch.setattr(cities, "build_city", alone)
    large = [Plan(plan.city, scale=cities.LARGEST_SIDE_BY_SIDE * 2) for plan in PLANS]
    assert len(cities.build_cities(large, _quiet)) == 2


@pytest.mark.parametrize("failing", [{"antwerpen"}, {"gent"}, {"antwerpen", "gent"}])
def test_a_city_that_fails_leaves_the_others_to_finish(
    failing: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def build(plan: Plan, announce: Announce) -> Outcome:
        if plan.city in failing:
            raise RefusedError(f"{plan.city} refuses.", remedy="Mend it.")
        done.append(plan.city)
        return Outcome(plan.city, synthetic=True)

    monkeypatch.setattr(cities, "build_city", build)
    with pytest.raises(RefusedError) as caught:
        cities.build_cities(PLANS, _quiet)
    assert set(done) == {"antwerpen", "gent"} - failing
    assert str(caught.value).startswith(f"{min(failing)} refuses. Mend it.")
    assert ("gent" in str(caught.value)) == ("gent" in failing)
