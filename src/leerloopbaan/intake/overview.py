"""What the register of deliveries and the list of findings show; counts, never values."""

from __future__ import annotations

from typing import Any

from leerloopbaan import duck, home
from leerloopbaan.intake.article7 import due_dates, finding_state
from leerloopbaan.intake.ledger import has_ledger
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register


def delivery_overview(city: str) -> list[dict[str, Any]]:
    """One row per delivery, newest received first."""
    return query(
        city,
        """
        with delen as (
            select levering_id,
                list(distinct tabel order by tabel) as tabellen,
                list(distinct schooljaar order by schooljaar)
                    filter (where schooljaar is not null) as schooljaren,
                sum(rijen)::bigint as rijen,
                bool_or(van_kracht) as van_kracht
            from landing.intake.leveringsdelen group by levering_id
        ), bevonden as (
            select levering_id, count(*) as bevindingen
            from landing.intake.bevindingen group by levering_id
        )
        select l.*,
            coalesce(d.tabellen, []) as tabellen, coalesce(d.schooljaren, []) as schooljaren,
            coalesce(d.rijen, 0) as rijen, coalesce(d.van_kracht, false) as van_kracht,
            coalesce(b.bevindingen, 0) as bevindingen
        from landing.intake.leveringen as l
        left join delen as d using (levering_id)
        left join bevonden as b using (levering_id)
        order by l.ontvangen_op desc, l.levering_id
        """,
    )


def finding_overview(city: str) -> list[dict[str, Any]]:
    """One row per finding with its legal due dates and its state, oldest detection first."""
    clock = load_register(city).kwaliteitsklok
    rows = query(
        city,
        """
        with stappen as (
            select bevinding_id,
                max(tijdstip) filter (where stap = 'gemeld') as gemeld_op,
                max(tijdstip) filter (where stap = 'teruggekoppeld') as teruggekoppeld_op,
                max(tijdstip) filter (where stap = 'gesloten') as gesloten_op,
                arg_max(correctie, tijdstip) filter (where stap = 'gesloten') as correctie
            from landing.intake.meldingen group by bevinding_id
        )
        select b.*, l.synthetisch, s.gemeld_op, s.teruggekoppeld_op, s.gesloten_op, s.correctie
        from landing.intake.bevindingen as b
        join landing.intake.leveringen as l using (levering_id)
        left join stappen as s using (bevinding_id)
        order by b.vastgesteld_op, b.bevinding_id
        """,
    )
    for row in rows:
        row["onderzoek_tegen"], row["maatregel_tegen"] = due_dates(row["vastgesteld_op"], clock)
        row["status"] = finding_state(row)
    return rows


def query(city: str, sql: str, parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Rows of the register of deliveries as dictionaries; none when nothing ever landed."""
    city_secret(city)
    if not home.landing_file(city).exists():
        return []
    with duck.vault_connection(city, landing="read_only") as con:
        if not has_ledger(con):
            return []
        result = con.execute(sql, parameters or {})
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
