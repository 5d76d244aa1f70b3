"""The engine's decisions and their proof, as one relation; the SQL models beside it take it apart.

Why one: the decisions and the certificates are made together, and a dbt model is one relation.
"""


def model(dbt, session):
    dbt.config(materialized="table")
    from leerloopbaan.disclosure.relation import decide

    return decide(dbt.ref("cellen"), dbt.config.get("stad"))
