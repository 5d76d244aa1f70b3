{#- Actual year in secundair, 7 to 12: 6 + 2·(graad − 1) + leerjaar for graad 1 to 3 and leerjaar 1
    or 2, outside OKAN and modular groups; NULL when not determined
    (docs/business-rules/schoolse-vordering.md). The hoofdstructuur is the caller's to check.
    `rij` is the prefix of the columns (`groepen.`), empty in a select from one table. -#}
{% macro leerjaar_secundair(rij='') -%}
    case
        when
            {{ rij }}graad between 1 and 3
            and {{ rij }}leerjaar between 1 and 2
            and not {{ rij }}is_okan
            and not {{ rij }}is_modulair
            then 6 + 2 * ({{ rij }}graad - 1) + {{ rij }}leerjaar
    end
{%- endmacro %}

{#- Stroom in the first graad of ordinary full-time secundair; NULL elsewhere. -#}
{% macro stroom_graad_1(rij='') -%}
    case
        when {{ rij }}hoofdstructuur_code = '311' and {{ rij }}graad = 1 then {{ rij }}stroom
    end
{%- endmacro %}

{#- Onderwijsvorm, or the finaliteit of a group that has no onderwijsvorm: one is never derived from
    the other. -#}
{% macro vorm_of_finaliteit(rij='') -%}
    coalesce({{ rij }}onderwijsvorm, {{ rij }}finaliteit)
{%- endmacro %}

{#- Days in [begin, einde], both included, outside July and August: every date counts the summer days
    of all years up to it, so the difference is what the two months take from the period. -#}
{% macro zomerdagen_tot(dag) -%}
    62 * year({{ dag }}) + greatest(0, least(62, {{ dag }} - make_date(year({{ dag }}), 6, 30)))
{%- endmacro %}

{% macro dagen_zonder_zomer(begin, einde) -%}
    cast(
        ({{ einde }} - {{ begin }} + 1)
        - ({{ zomerdagen_tot(einde) }})
        + ({{ zomerdagen_tot('(' ~ begin ~ ' - 1)') }})
        as integer
    )
{%- endmacro %}
