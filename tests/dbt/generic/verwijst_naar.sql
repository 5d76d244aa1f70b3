{#- Every row refers to a row of another model: {own column: its column}. A population rule of the
    protocol (11b and 11c only persons of 11a) that must still hold after staging. To resolve: see
    the findings of the delivery; staging lost rows of the other table, or intake let them pass. -#}
{% test verwijst_naar(model, naar, kolommen) %}

select count(*) as aantal
from {{ model }} as eigen
where
    not exists (
        select 1
        from {{ naar }} as ander
        where
            {% for eigen, ander in kolommen.items() -%}
            {{ 'and ' if not loop.first }}eigen.{{ eigen }} = ander.{{ ander }}
            {% endfor -%}
    )
having count(*) > 0

{% endtest %}
