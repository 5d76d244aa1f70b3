{#- The code of the next wider place, in a query that is grouped by the level `niveau`. -#}
{% macro cel_geo_ouder(geografie, niveau) -%}
{%- set plaats = geografie | map(attribute='niveau') | list -%}
{%- set boven = plaats[plaats.index(niveau) + 1:] -%}
{{ 'any_value(geo_' ~ boven[0] ~ ')' if boven else "'" ~ target.name ~ "'" }}
{%- endmacro %}
