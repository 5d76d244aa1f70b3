{#- One relation out of the long one that the engine returns. -#}
{% macro onthulling_deel(soort, kolommen) %}
select
    {{ kolommen | join(',\n    ') }}
from {{ ref('onthulling') }}
where soort = '{{ soort }}'
{% endmacro %}
