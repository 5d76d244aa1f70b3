{#- The scope of the protocol as a test: the relation has exactly these columns. One more is a
    field that nobody may process; one less is a field that intake or staging lost. To resolve:
    compare with the register and run `leerloopbaan protocol generate`. -#}
{% test precies_deze_kolommen(model, kolommen) %}

select
    aanwezig.kolom as te_veel,
    verwacht.kolom as ontbreekt
from (
    select column_name as kolom
    from duckdb_columns()
    where
        database_name = '{{ model.database }}'
        and schema_name = '{{ model.schema }}'
        and table_name = '{{ model.identifier }}'
) as aanwezig
full outer join (
    select unnest([{% for kolom in kolommen %}'{{ kolom }}'{{ ', ' if not loop.last }}{% endfor %}]) as kolom
) as verwacht on aanwezig.kolom = verwacht.kolom
where
    aanwezig.kolom is null
    or verwacht.kolom is null

{% endtest %}
