{#- The grain of a model: no two rows share these columns, and none of them is NULL. -#}
{% test unique_combination_of_columns(model, combination_of_columns) %}

select count(*) as aantal
from {{ model }}
group by {{ combination_of_columns | join(', ') }}
having
    count(*) > 1
    {%- for column in combination_of_columns %}
    or count({{ column }}) < count(*)
    {%- endfor %}

{% endtest %}
