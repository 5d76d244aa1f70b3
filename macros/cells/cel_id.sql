{#- The key of a cell: the same place in the same population is the same cell in every build. No
    trait, no cell: NULL. -#}
{% macro cel_id(kenmerk='kenmerk') -%}
case when {{ kenmerk }} is not null then left(md5(concat_ws(
    '|', basis, {{ kenmerk }}, schooljaar, meetmoment, geo_niveau, geo_code,
    uitsplitsing, categorie, uitsplitsing_2, categorie_2
)), 16) end
{%- endmacro %}
