{#- Generated from protocols/*.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro register() %}
{% if target.name == 'antwerpen' %}{{ return(register_antwerpen()) }}
{% elif target.name == 'gent' %}{{ return(register_gent()) }}
{% else %}{{ exceptions.raise_compiler_error('no register for target ' ~ target.name) }}
{% endif %}
{% endmacro %}
