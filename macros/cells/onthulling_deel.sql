{#- One relation out of the long one that the engine returns; `bron`: the run that it is of. -#}
{% macro onthulling_deel(soort, kolommen, bron='onthulling') %}
select
    {{ kolommen | join(',\n    ') }}
from {{ ref(bron) }}
where soort = '{{ soort }}'
{% endmacro %}
