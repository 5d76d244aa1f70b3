"""The dimensions of a release say what the register and the lists of places say."""

from __future__ import annotations

import duckdb

from leerloopbaan.register.cellplan import WHOLE, base_code
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

# The dated list of places: where schools stand, and in Ghent where people live.
LISTS = {"antwerpen": "int_antwerpen__vestigingsplaatsen", "gent": "int_gent__plaatsen"}


def wrong_dims(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """What the dimensions of the built marts say otherwise; empty when all is well."""
    protocol = load_register(city)
    return [
        *_indicators(connection, protocol),
        *_breakdowns(connection, protocol),
        *_places(connection, city),
    ]


def _indicators(connection: duckdb.DuckDBPyConnection, protocol: Protocol) -> list[str]:
    told = connection.execute(
        "select indicator, naam, familie, eenheid, definitie, coalesce(teller_omschrijving, ''), "
        "noemer_omschrijving, coalesce(beperkingen, ''), gevoelig, vragen, producten, artikel, "
        "volgorde, basis, kenmerk from warehouse.marts.dim_indicator where beschikbaar "
        "order by volgorde"
    ).fetchall()
    wanted = [
        (
            i.code, i.naam, i.familie, i.eenheid, i.definitie, i.teller_omschrijving,
            i.noemer_omschrijving, i.beperkingen, i.gevoelig and i.teller is not None,
            ", ".join(i.vragen), ", ".join(i.producten),
            f"{i.clausule.artikel}, {i.clausule.regels}", place, base_code(protocol, i),
            i.code if i.teller is not None else WHOLE,
        )
        for place, i in enumerate(protocol.indicatoren.indicatoren, start=1)
    ]  # fmt: skip
    faults = [f"dim_indicator: {w[0]}" for w in wanted if w not in told]
    faults += [f"dim_indicator: {t[0]} is no indicator" for t in told if t not in wanted]
    series = dict(
        connection.execute(
            "select indicator, coalesce(reeksbreuken, '') from warehouse.marts.dim_indicator"
        ).fetchall()
    )
    faults += [
        f"dim_indicator: reeksbreuken of {i.code}"
        for i in protocol.indicatoren.indicatoren
        if series.get(i.code) != "; ".join(i.reeksbreuken)
    ]
    absent = connection.execute(
        "select indicator, naam, familie, eenheid, definitie, teller_omschrijving, "
        "noemer_omschrijving, beperkingen, reeksbreuken, vragen, producten, artikel, basis, "
        "kenmerk, gevoelig, volgorde from warehouse.marts.dim_indicator "
        "where not beschikbaar order by volgorde"
    ).fetchall()
    missing = [
        (
            f"niet_geleverd_{number}", n.onderwerp, "niet_geleverd", None, n.toelichting, "", "",
            "Niet beschikbaar onder dit protocol.", "", ", ".join(n.vragen), "",
            f"{n.clausule.artikel}, {n.clausule.regels}", None, None, False,
        )
        for number, n in enumerate(protocol.niet_geleverd, start=1)
    ]  # fmt: skip
    if [tuple(row[:-1]) for row in absent] != missing:
        faults.append("dim_indicator: what is not delivered")
    # After all that is available.
    order = [row[-1] for row in absent]
    if order != sorted(set(order)) or not all(place > len(wanted) for place in order):
        faults.append("dim_indicator: the order of what is not delivered")
    return faults


def _breakdowns(connection: duckdb.DuckDBPyConnection, protocol: Protocol) -> list[str]:
    told = connection.execute(
        "select uitsplitsing, volgorde, uitsplitsing_naam, categorie, categorie_naam "
        "from warehouse.marts.dim_uitsplitsing order by uitsplitsing, volgorde"
    ).fetchall()
    wanted = sorted(
        [
            ("totaal", 0, "Totaal", "totaal", "Totaal"),
            *(
                (u.code, place, u.naam, w.code, w.label)
                for u in protocol.indicatoren.uitsplitsingen
                for place, w in enumerate(u.categorieen, start=1)
            ),
        ]
    )
    return [] if told == wanted else ["dim_uitsplitsing: other rows or another order"]


def _places(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    faults = []
    stands = connection.execute(
        """
        select distinct i.geo_niveau, i.geo_code from warehouse.cellen.indicatorcellen as i
        anti join warehouse.marts.dim_geografie as g using (geo_niveau, geo_code)
        """
    ).fetchall()
    faults += [f"dim_geografie: no {level} of a cell" for level, _ in stands]
    years = connection.execute(
        """
        select count(*) from warehouse.marts.dim_geografie as d
        left join (
            select geo_niveau, geo_code, min(schooljaar) as van, max(schooljaar) as tot
            from warehouse.cellen.geografie group by all
        ) as g using (geo_niveau, geo_code)
        where d.eerste_schooljaar is distinct from g.van
            or d.laatste_schooljaar is distinct from g.tot
            or d.eerste_schooljaar > d.laatste_schooljaar
        """
    ).fetchone()
    if years != (0,):
        faults.append("dim_geografie: first or last school year")
    if _listed(connection, city) != set(
        connection.execute(
            "select schooljaar, geo_niveau, geo_code, geo_naam, geo_ouder "
            "from warehouse.cellen.geografie where geo_niveau not in ('populatie', 'stad')"
        ).fetchall()
    ):
        faults.append("geografie: other places than the lists have")
    fixed = connection.execute(
        "select distinct geo_niveau, geo_code, geo_naam, geo_ouder from warehouse.cellen.geografie "
        "where geo_niveau in ('populatie', 'stad') order by all"
    ).fetchall()
    if fixed != [
        ("populatie", "populatie", "Hele populatie van het protocol", None),
        ("stad", city, city.capitalize(), "populatie"),
    ]:
        faults.append("geografie: the city or the population")
    return faults


def _listed(connection: duckdb.DuckDBPyConnection, city: str) -> set[tuple[object, ...]]:
    """The places of every level below the city, as the dated lists name them per school year."""
    places: set[tuple[object, ...]] = set()
    wider = [g.kolom for g in load_register(city).indicatoren.geografie[1:]]
    parents = [*wider, f"'{city}'"]
    for geo, parent in zip(load_register(city).indicatoren.geografie, parents, strict=True):
        name = geo.kolom.replace("_code", "_naam")
        places |= set(
            connection.execute(
                f"select distinct schooljaar, '{geo.niveau}', {geo.kolom}, {name}, {parent} "
                f"from warehouse.intermediate.{LISTS[city]}"
            ).fetchall()
        )
    return places
