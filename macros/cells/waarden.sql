{#- Rows of the register as a relation: `select * from {{ waarden(kolommen, rijen) }}`. -#}
{% macro waarden(kolommen, rijen) -%}
(
    values
    {%- for rij in rijen %}
    ({% for waarde in rij %}{{ sql_waarde(waarde) }}{{ ', ' if not loop.last }}{% endfor %})
    {{- ',' if not loop.last }}
    {%- endfor %}
) as waarden({{ kolommen | join(', ') }})
{%- endmacro %}
