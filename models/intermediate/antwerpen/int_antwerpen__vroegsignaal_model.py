"""The early warning model: coefficients and back-test, aggregates of closed cohorts only."""


def model(dbt, session):
    dbt.config(materialized="table")
    from leerloopbaan.vroegsignaal.train import model_table

    return model_table(dbt.ref("int_antwerpen__vroegsignaal_kenmerken"))
