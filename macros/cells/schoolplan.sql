{#- The plan of what is counted per school, of the city that is being built: empty where the protocol
    knows no school level. -#}
{% macro schoolplan() %}
{%- set plan = context.get('schoolplan_' ~ target.name) -%}
{{ return(plan() if plan else {
    'persoonssleutel': ['geen'], 'tabellen': [], 'uitsplitsingen': [], 'feiten': [],
    'indicatoren': [], 'onmogelijk': []
}) }}
{% endmacro %}
