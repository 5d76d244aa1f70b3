{#- A value of the register as an SQL literal. -#}
{% macro sql_waarde(waarde) -%}
{%- if waarde is none -%}
null
{%- elif waarde is string -%}
'{{ waarde | replace("'", "''") }}'
{%- elif waarde is sequence -%}
[{% for deel in waarde %}{{ sql_waarde(deel) }}{{ ', ' if not loop.last }}{% endfor %}]
{%- else -%}
{{ waarde }}
{%- endif -%}
{%- endmacro %}
