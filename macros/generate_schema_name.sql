{#- Schemas are called by their own name: a city's warehouse holds one build, so a prefix per
    developer would say nothing. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
