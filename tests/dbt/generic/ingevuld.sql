{#- Every row has a value in these columns and, where categories are stated, one of them: a person
    outside every category would silently leave a total. One scan for all columns; the result names
    a column and counts its rows, and shows no value. To resolve: see the model's case expression,
    or the seed or reference list that does not know a code. -#}
{% test ingevuld(model, kolommen) %}

select
    kolom,
    aantal
from (
    select
        unnest([
            {%- for kolom, categorieen in kolommen.items() %}
            struct_pack(
                kolom := '{{ kolom }}',
                aantal := count(*) filter (
                    where {{ kolom }} is null
                    {%- if categorieen %}
                    or {{ kolom }} not in ('{{ categorieen | join("', '") }}')
                    {%- endif %}
                )
            ){{ ',' if not loop.last }}
            {%- endfor %}
        ], recursive := true)
    from {{ model }}
) as per_kolom
where aantal > 0

{% endtest %}
