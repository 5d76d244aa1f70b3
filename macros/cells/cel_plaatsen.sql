{#- The places of every level below the city, from the relation of sites `bron`. -#}
{% macro cel_plaatsen(bron) -%}
{%- set geografie = register().geografie -%}
{%- for g in geografie -%}
{%- set boven = geografie[loop.index].kolom if not loop.last else "'" ~ target.name ~ "'" %}
select
    schooljaar,
    '{{ g.niveau }}' as geo_niveau,
    {{ g.kolom }} as geo_code,
    any_value({{ g.kolom | replace('_code', '_naam') }}) as geo_naam,
    any_value({{ boven }}) as geo_ouder
from {{ bron }}
where {{ g.kolom }} is not null
group by schooljaar, {{ g.kolom }}
{{ 'union all' if not loop.last }}
{%- endfor -%}
{%- endmacro %}
