"""The engine's decisions about what each school is shown of itself, and their proof.

School by school: the decisions about one school are made of its own cells and nothing else.
"""


def model(dbt, session):
    dbt.config(materialized="table")
    from leerloopbaan.disclosure.schools import decide_schools

    return decide_schools(dbt.ref("schoolcellen"), dbt.config.get("stad"))
