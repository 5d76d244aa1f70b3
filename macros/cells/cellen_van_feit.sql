{#- Counts of one fact: one scan, one grouping set per table shape, per school; then per cell.

    The columns m0, m1, ... say of each person whether a count holds; n0, ... count the persons and
    v0, ... combine their hashes in any order, so that equal populations are recognised. A person
    occurs once per root population and moment (tested), so counting rows counts persons. Sums and
    not filters: an aggregate with a filter takes five times as long. Who is in
    one count and not in another that lies within it (`rest`) needs no second look at the persons. -#}
{% macro cellen_van_feit(plan, feit) %}
{%- set geografie = register().geografie -%}
{%- set sleutel = plan.persoonssleutel[0] -%}
{%- set vormen = plan.tabellen | selectattr(0, 'in', feit.tabellen) | list -%}
{%- set niveaus = vormen | map(attribute=1) | list -%}
{%- set gebruikt = vormen | map(attribute=2) | list + vormen | map(attribute=3) | list -%}
{%- set uitsplitsingen = plan.uitsplitsingen | selectattr('code', 'in', gebruikt) | list -%}
{%- set metingen = feit.metingen -%}
with

personen as (
    select
        schooljaar,
        meetmoment,
        in_stad,
        school_eenheid,
        schoolbestuur_code,
        hash({{ sleutel }}) as persoon,
        {%- for g in geografie | reverse %}
        case when in_stad then coalesce({{ g.kolom }}, 'onbekend') end as geo_{{ g.niveau }},
        {%- endfor %}
        {%- for u in uitsplitsingen %}
        coalesce({{ u.sql }}, 'niet_ingedeeld') as u_{{ u.code }},
        {%- endfor %}
        {%- for m in metingen if m.filter %}
        ({{ m.filter }}) is true as m{{ metingen.index(m) }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ ref('int_' ~ target.name ~ '__feit_' ~ feit.feit) }}
),

-- A campus of two boards is one school: the first of them stands for it.
geteld as (
    select
        schooljaar,
        meetmoment,
        school_eenheid,
        min(schoolbestuur_code) as schoolbestuur_code,
        case
            {%- for g in geografie if g.niveau in niveaus %}
            when grouping(geo_{{ g.niveau }}) = 0 then '{{ g.niveau }}'
            {%- endfor %}
            when grouping(in_stad) = 0 then if(in_stad, 'stad', 'elders')
            else 'populatie'
        end as geo_niveau,
        {# An unknown wijk stands within its own district: its code says which. -#}
        case
            {%- for g in geografie if g.niveau in niveaus %}
            when grouping(geo_{{ g.niveau }}) = 0 then {{ cel_geo_code(geografie, g.niveau) }}
            {%- endfor %}
            when grouping(in_stad) = 0 then if(in_stad, '{{ target.name }}', 'elders')
            else 'populatie'
        end as geo_code,
        case
            {%- for g in geografie if g.niveau in niveaus %}
            when grouping(geo_{{ g.niveau }}) = 0 then {{ cel_geo_ouder(geografie, g.niveau) }}
            {%- endfor %}
            when grouping(in_stad) = 0 then 'populatie'
        end as geo_ouder,
        case
            {%- for u in uitsplitsingen %}
            when grouping(u_{{ u.code }}) = 0 then '{{ u.code }}'
            {%- endfor %}
            else 'totaal'
        end as uitsplitsing,
        coalesce({% for u in uitsplitsingen %}u_{{ u.code }}, {% endfor %}'totaal') as categorie,
        case
            {%- for u in uitsplitsingen | reverse %}
            when grouping(u_{{ u.code }}) = 0 then '{{ u.code }}'
            {%- endfor %}
            else 'totaal'
        end as laatste,
        coalesce(
            {%- for u in uitsplitsingen | reverse %} u_{{ u.code }},{% endfor %} 'totaal'
        ) as categorie_laatste,
        {%- for m in metingen if m.filter %}
        {%- set nr = metingen.index(m) %}
        sum(m{{ nr }}::utinyint)::bigint as n{{ nr }},
        bit_xor(if(m{{ nr }}, persoon, 0)) as v{{ nr }}{{ ',' if not loop.last }}
        {%- endfor %}
    from personen
    group by grouping sets (
        {%- for vorm in vormen %}
        (
            schooljaar, meetmoment, school_eenheid
            {%- if vorm[1] != 'populatie' %}, in_stad{% endif %}
            {%- for g in geografie if g.niveau == vorm[1] %}, geo_{{ g.niveau }}{% endfor %}
            {%- for u in [vorm[2], vorm[3]] if u != 'totaal' %}, u_{{ u }}{% endfor %}
        ){{ ',' if not loop.last }}
        {%- endfor %}
    )
),

-- Outside the city there is no smaller place.
genummerd as (
    select
        *,
        hash(
            schooljaar, meetmoment, geo_niveau, geo_code, uitsplitsing, categorie, laatste,
            categorie_laatste
        ) as plek
    from geteld
    where geo_code is not null
),

plekken as (
    select distinct
        plek,
        schooljaar,
        meetmoment,
        geo_niveau,
        geo_code,
        geo_ouder,
        uitsplitsing,
        categorie,
        if(laatste = uitsplitsing, 'totaal', laatste) as uitsplitsing_2,
        if(laatste = uitsplitsing, 'totaal', categorie_laatste) as categorie_2
    from genummerd
),

per_school as (
    select
        plek,
        school_eenheid,
        schoolbestuur_code,
        {%- for m in metingen %}
        {%- set nr = loop.index0 %}
        {%- if m.filter %}
        n{{ nr }},
        v{{ nr }},
        {%- else %}
        n{{ m.rest[0] }} - n{{ m.rest[1] }} as n{{ nr }},
        xor(v{{ m.rest[0] }}, v{{ m.rest[1] }}) as v{{ nr }},
        {%- endif %}
        {%- endfor %}
    from genummerd
),

per_school_en_meting as (
    unpivot per_school
    on
        {%- for m in metingen %}
        (n{{ loop.index0 }}, v{{ loop.index0 }}) as '{{ loop.index0 }}'{{ ',' if not loop.last }}
        {%- endfor %}
    into name meting value aantal, vingerafdruk
),

per_cel as (
    select
        plek,
        meting,
        sum(aantal)::bigint as aantal,
        count(school_eenheid) as n_scholen,
        count(distinct schoolbestuur_code) as n_besturen,
        max(aantal) / sum(aantal) as grootste_aandeel,
        bit_xor(vingerafdruk) as vingerafdruk
    from per_school_en_meting
    where aantal > 0
    group by plek, meting
),

metingen(meting, basis, kenmerk) as (
    values
    {%- for m in metingen %}
    ('{{ loop.index0 }}', '{{ m.basis }}', '{{ m.kenmerk }}'){{ ',' if not loop.last }}
    {%- endfor %}
)

select
    metingen.basis,
    metingen.kenmerk,
    plekken.* exclude (plek),
    per_cel.aantal,
    per_cel.n_scholen,
    per_cel.n_besturen,
    per_cel.grootste_aandeel,
    per_cel.vingerafdruk
from per_cel
inner join plekken on per_cel.plek = plekken.plek
inner join metingen on per_cel.meting = metingen.meting
{% endmacro %}
