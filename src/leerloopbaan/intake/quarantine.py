"""What waits in quarantine, as counts and places."""

from __future__ import annotations

from typing import Any

from leerloopbaan.intake.overview import query


def quarantine_overview(city: str) -> list[dict[str, Any]]:
    """One row per delivery that waits or holds rows back, rule, table and column.

    `rijen` counts the rows, `eerste_rij` is the first of them in `bestand`.
    """
    return query(
        city,
        """
        select w.levering_id, l.ontvangen_op, l.status, w.regel, w.ernst, w.tabel, w.bestand,
            w.kolom, count(distinct w.rij) as rijen, min(w.rij) as eerste_rij
        from landing.intake.wijzers as w
        join landing.intake.leveringen as l using (levering_id)
        group by all
        order by l.ontvangen_op, w.levering_id, w.ernst, w.regel, w.tabel, w.bestand, w.kolom
        """,
    )


def row_pointers(city: str, levering_id: str) -> list[dict[str, Any]]:
    """Every row that a rule holds, for whoever looks it up in the supplier's own file."""
    return query(
        city,
        "select regel, tabel, bestand, rij, kolom from landing.intake.wijzers "
        "where levering_id = $levering_id order by all",
        {"levering_id": levering_id},
    )
