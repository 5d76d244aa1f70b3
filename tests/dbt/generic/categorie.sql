{#- A breakdown column: every row has one of the stated categories. Unlike `accepted_values`, NULL
    fails: a person outside every category would silently leave a total. -#}
{% test categorie(model, column_name, values) %}

select 1 as fout
from {{ model }}
where
    {{ column_name }} is null
    or {{ column_name }} not in ({% for value in values %}'{{ value }}'{{ ', ' if not loop.last }}{% endfor %})

{% endtest %}
