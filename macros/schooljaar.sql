{#- *S*: the calendar year in which a school year (`2023-2024`) starts. -#}
{% macro startjaar(schooljaar) -%}
    cast(left({{ schooljaar }}, 4) as integer)
{%- endmacro %}

{#- The day on which a reference list is read for a school year: 1 February of S + 1. -#}
{% macro peildatum(startjaar) -%}
    make_date({{ startjaar }} + 1, 2, 1)
{%- endmacro %}

{#- A dated row holds on a day when it has begun and has not ended. -#}
{% macro geldt_op(rij, dag) -%}
    {{ rij }}.geldig_van <= {{ dag }} and coalesce({{ rij }}.geldig_tot >= {{ dag }}, true)
{%- endmacro %}
