"""What was withheld, and what the attacker found: shares and verdicts, never a count of persons."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence.rows import Rows, sha256

# What an attack is called in the report of the auditor, for a reader in Dutch.
_ATTACKS = {
    "exact": "precies af te leiden",
    "hoogstens": "hoogstens de drempel, met lineaire grenzen",
    "hoogstens (geheel)": "hoogstens de drempel of precies, in gehele getallen",
    "tegenspraak": "cijfers spreken elkaar tegen",
    "insider": "af te leiden door wie een ander aantal kent",
}


def withheld(city: str) -> Rows:
    """Per product and level: the share of figures and of persons that is shown, in whole percents.

    `na_primair`: if only what is unsafe by itself were hidden; `getoond`: as published. Persons
    are counted in the denominators of the undivided figures. Rows with nothing are left out.
    """
    if not home.warehouse_file(city).exists():
        return []
    try:
        with vault_connection(city, warehouse="read_only") as connection:
            marts = connection.execute(
                "select table_name from duckdb_tables() where database_name = 'warehouse' "
                "and schema_name = 'marts' and table_name like 'mart\\_%' escape '\\' order by all"
            ).fetchall()
            return [row for (mart,) in marts for row in _of_mart(connection, str(mart))]
    except (duckdb.CatalogException, duckdb.BinderException, LeerloopbaanError):
        return []


def _of_mart(connection: duckdb.DuckDBPyConnection, mart: str) -> Rows:
    rows = connection.execute(
        f"""
        with cijfers as (
            select
                m.product, m.geo_niveau, m.status is null as getoond, n.aantal as personen,
                m.uitsplitsing = 'totaal' and m.uitsplitsing_2 = 'totaal' as onverdeeld,
                i.cel_noemer not in (select cel_id from warehouse.geheimhouding.onveilige_cellen)
                and (
                    m.eenheid = 'aantal'
                    or i.cel_teller not in (
                        select cel_id from warehouse.geheimhouding.onveilige_cellen
                    )
                    and i.cel_complement not in (
                        select cel_id from warehouse.geheimhouding.onveilige_cellen
                    )
                ) as veilig
            from warehouse.marts.{mart} as m
            inner join warehouse.cellen.indicatorcellen as i
                using (indicator, schooljaar, meetmoment, geo_niveau, geo_code, uitsplitsing,
                    categorie, uitsplitsing_2, categorie_2)
            inner join warehouse.cellen.cellen as n on i.cel_noemer = n.cel_id
            where m.status is distinct from 'niet_van_toepassing'
        )
        select
            product, geo_niveau,
            round(100 * avg(veilig::int)), round(100 * avg(getoond::int)),
            round(100 * sum(personen) filter (where getoond and onverdeeld)
                / nullif(sum(personen) filter (where onverdeeld), 0))
        from cijfers group by all order by all
        """
    ).fetchall()
    return [
        {
            "product": str(product),
            "niveau": str(level),
            "cijfers_na_primair": _percent(primary),
            "cijfers_getoond": _percent(shown),
            "personen_getoond": _percent(persons),
        }
        for product, level, primary, shown, persons in rows
    ]


def _percent(value: float | None) -> str:
    return "0 %" if value is None else f"{value:.0f} %"


def audits(city: str) -> Rows:
    """The auditor's verdict on every release that was attacked, with what succeeded."""
    return [_audit(file) for file in sorted((home.vault(city) / "audit").glob("*.json"))]


def _audit(file: Path) -> dict[str, str]:
    data = json.loads(file.read_text(encoding="utf-8"))
    kinds = sorted({str(finding["kind"]) for finding in data["findings"]})
    named = "; ".join(_ATTACKS.get(kind, kind) for kind in kinds)
    return {
        "vrijgave": file.stem,
        "uitgevoerd_op": str(data.get("uitgevoerd_op", "")),
        "oordeel": "veilig" if data["safe"] else "onveilig",
        "gelukte_aanvallen": named or "geen",
        "sha256": sha256(file),
    }
