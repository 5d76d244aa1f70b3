{#- The plan of what is counted, of the city that is being built (see register/cellplan.py). -#}
{% macro celplan() %}
{{ return(context['celplan_' ~ target.name]()) }}
{% endmacro %}
