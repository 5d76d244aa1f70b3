{#- The kinds of education by which schools are compared, for `waarden`. -#}
{% macro onderwijssoorten() %}
{%- set rijen = [] -%}
{%- for o in (register().eigen_school or {'vergelijking': {'onderwijs': []}}).vergelijking.onderwijs -%}
    {%- do rijen.append([o.code, o.hoofdstructuren]) -%}
{%- endfor -%}
{{ return(rijen or [[none, []]]) }}
{% endmacro %}
