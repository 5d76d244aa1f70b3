"""Dated reference lists: periods that make sense and do not overlap."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck

_OPEN = "date '9999-12-31'"


def reference_list_rules(context: Context) -> Iterator[RowCheck]:
    """Rules on `geldig_van` and `geldig_tot` (ISO dates, blank is open)."""
    begin = "try_cast(geldig_van as date)"
    end = f"coalesce(try_cast(geldig_tot as date), {_OPEN})"
    for table in context.tables_of("ongeldige_periode", "geldig_van", "geldig_tot"):
        yield RowCheck(
            "ongeldige_periode",
            table.naam,
            "De rij eindigt voor ze begint.",
            "geldig_tot",
            conditie=f"{end} < {begin}",
        )
    for table in context.tables_of("overlappende_geldigheid", "geldig_van", "geldig_tot"):
        key = ", ".join(f'"{c}"' for c in table.sleutel if c != "geldig_van")
        if not key:
            continue
        # A row with the same first day as another is a repeated key, told by that rule.
        yield RowCheck(
            "overlappende_geldigheid",
            table.naam,
            "Twee rijen gelden tegelijk.",
            "geldig_van",
            query=f"""
                select bestand, rij from (
                    select bestand, rij, {begin} as begin,
                        max({end}) over (
                            partition by {key} order by {begin}
                            range between unbounded preceding and interval 1 day preceding
                        ) as eerder
                    from invoer.{table.relatie}
                ) where eerder >= begin
            """,
        )
