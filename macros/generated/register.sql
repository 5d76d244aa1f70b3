{#- Generated from protocols/*.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro register() %}
{% set steden = ["antwerpen", "gent"] %}
{% set plaats = model.fqn if model is defined and model.fqn is defined else [] %}
{% set stad = steden | select('in', plaats) | first | default(target.name, true) %}
{% if stad == 'antwerpen' %}{{ return(register_antwerpen()) }}
{% elif stad == 'gent' %}{{ return(register_gent()) }}
{% else %}{{ exceptions.raise_compiler_error('no register for ' ~ stad) }}
{% endif %}
{% endmacro %}
