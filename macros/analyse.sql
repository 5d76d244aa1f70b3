{#- What an analysis may show of a count: nothing when the persons with the trait, those without it,
    or all of them are 5 or fewer (register: `minimum_getoond`). Numerator, denominator and share
    stand or fall together: the one would give back the other. -#}

{% macro toonbaar(teller, noemer) -%}
    {%- set minimum = register()['drempels']['minimum_getoond'] -%}
    ({{ teller }} >= {{ minimum }} and {{ noemer }} - {{ teller }} >= {{ minimum }})
{%- endmacro %}

{#- The last selects of an analysis: one row per group of `telling` (columns `groep`, `noemer`,
    `teller`), ordered by the group's own columns and never by a result. Rows that add up to their
    denominator (`samen`: the columns that they share) are shown all or none, because the last one
    follows from the others. This is primary suppression: an analysis stays in the vault, and only
    marts leave it. -#}
{% macro getoonde_aandelen(telling, groep, samen=none) -%}
    select
        {% for kolom in groep -%}
            {{ kolom }},
        {% endfor -%}
        case when toonbaar then noemer end as noemer,
        case when toonbaar then teller end as teller,
        case when toonbaar then round(100.0 * teller / noemer, 1) end as aandeel,
        case when not toonbaar then 'onderdrukt' end as status
    from (
        select
            *,
            bool_and({{ toonbaar('teller', 'noemer') }})
                over (partition by {{ (samen or groep) | join(', ') }}) as toonbaar
        from {{ telling }}
    ) as beoordeeld
    order by {{ groep | join(', ') }}
{%- endmacro %}
