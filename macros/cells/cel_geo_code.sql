{#- The code of a place below the city, in a grouped query; an unknown one names its parent. -#}
{% macro cel_geo_code(geografie, niveau) -%}
{%- set plaats = geografie | map(attribute='niveau') | list -%}
{%- set boven = plaats[plaats.index(niveau) + 1:] -%}
{%- if boven -%}
if(
    geo_{{ niveau }} = 'onbekend',
    concat(any_value(geo_{{ boven[0] }}), '/onbekend'),
    geo_{{ niveau }}
)
{%- else -%}
geo_{{ niveau }}
{%- endif -%}
{%- endmacro %}
