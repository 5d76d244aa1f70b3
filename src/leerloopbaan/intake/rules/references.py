"""Columns that must exist in another table: population rules and reference lists."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context, RowCheck, readable
from leerloopbaan.intake.rules.places import outside_city
from leerloopbaan.register.schema import Tabel, Verwijzing

# Looked up in a reference list once that list is there: an unknown code is only unknown then.
_LISTS = (
    (
        "onbekende_administratieve_groep",
        "ref_administratieve_groepen",
        ("administratieve_groep_code",),
    ),
    (
        "onbekende_vestigingsplaats",
        "ref_vestigingsplaatsen",
        ("instellingsnummer", "intern_volgnummer"),
    ),
)


def reference_rules(context: Context) -> Iterator[RowCheck]:
    """Every `verwijzing` of the register, and codes against the reference lists."""
    for table in context.tabellen.values():
        for reference in table.verwijzingen:
            code = reference_rule(context, table, reference)
            if code is not None:
                yield _reference(context, table, reference, code)
    for code, name, columns in _LISTS:
        if context.is_known(name):
            for table in context.tables_of(code, *columns):
                yield _missing(context, table, code, name, dict(zip(columns, columns, strict=True)))


def reference_rule(context: Context, table: Tabel, reference: Verwijzing) -> str | None:
    """The rule of a reference, found by the name of what is looked up.

    None when the register states no rule for it.
    """
    for code in (f"persoon_niet_in_{reference.tabel}", f"niet_in_{reference.tabel}"):
        if context.applies(code, table.naam):
            return code
    return None


def _reference(context: Context, table: Tabel, reference: Verwijzing, code: str) -> RowCheck:
    return _missing(context, table, code, reference.tabel, _pairs(context, table, reference))


def _pairs(context: Context, table: Tabel, reference: Verwijzing) -> dict[str, str]:
    """Column here → column there."""
    pairs = dict(zip(reference.kolommen, reference.naar_kolommen, strict=True))
    target = context.protocol.tabel(reference.tabel)
    if reference.zelfde_schooljaar and table.schooljaar_kolom and target.schooljaar_kolom:
        pairs[table.schooljaar_kolom] = target.schooljaar_kolom
    return pairs


def _missing(
    context: Context, table: Tabel, code: str, target: str, pairs: dict[str, str]
) -> RowCheck:
    match = " and ".join(f'd."{here}" = o."{there}"' for here, there in pairs.items())
    filled = " and ".join(readable(f'd."{here}"') for here in pairs)
    if code == "onbekende_vestigingsplaats" and any(
        True for _ in context.tables_of("school_buiten_gent", "vpl_postnummer")
    ):
        # The list holds the city's own sites; a site elsewhere is another rule's.
        filled += f" and not {outside_city('d.vpl_postnummer')}"
    there = ", ".join(f'"{column}"' for column in pairs.values())
    return RowCheck(
        code,
        table.naam,
        f"Staat niet in {target}.",
        next(iter(pairs)),
        query=f"""
            select d.bestand, d.rij from invoer.{table.relatie} as d
            anti join (
                select distinct {there} from {context.known(target, with_held_back=True)}
            ) as o on {match}
            where {filled}
        """,
    )


def orphan_rules(context: Context) -> Iterator[Bevinding]:
    """Rows in force that this delivery would leave without the person they refer to.

    The delivery that takes the persons away waits; what is in force stays whole.
    """
    for table in context.protocol.tabellen:
        if table.naam in context.tabellen:
            continue
        for reference in table.verwijzingen:
            code = reference_rule(context, table, reference)
            if code is None or reference.tabel not in context.tabellen:
                continue
            pairs = _pairs(context, table, reference)
            match = " and ".join(f'd."{here}" = o."{there}"' for here, there in pairs.items())
            row = context.con.execute(
                f"select count(*) from van_kracht.{table.relatie} as d "
                f"anti join {context.known(reference.tabel, with_held_back=True)} as o on {match}"
            ).fetchone()
            if row and row[0]:
                yield Bevinding(
                    code,
                    f"Rijen van kracht verwijzen naar wie niet meer in {reference.tabel} staat.",
                    table.naam,
                    kolom=reference.kolommen[0],
                    aantal=int(row[0]),
                )
