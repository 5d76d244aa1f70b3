{#- Counts of one fact per school and site: one scan, one grouping set per table shape.

    The same counts as `cellen_van_feit`, but a school is its own whole: no wider place, no other
    school, nothing to compare. The columns m0, m1, ... say of each person whether a count holds;
    n0, ... count the persons and v0, ... combine their hashes in any order. -#}
{% macro schoolcellen_van_feit(plan, feit) %}
{%- set sleutel = plan.persoonssleutel[0] -%}
{%- set vormen = plan.tabellen | selectattr(0, 'in', feit.tabellen) | list -%}
{%- set gebruikt = vormen | map(attribute=2) | list + vormen | map(attribute=3) | list -%}
{%- set uitsplitsingen = plan.uitsplitsingen | selectattr('code', 'in', gebruikt) | list -%}
{%- set metingen = feit.metingen -%}
{%- set per_site = 'vestigingsplaats' in vormen | map(attribute=1) | list -%}
with

scholen as (
    select * from {{ ref('schoolplaatsen') }}
    where geo_niveau = 'instelling'
),

vestigingen as (
    select * from {{ ref('schoolplaatsen') }}
    where geo_niveau = 'vestigingsplaats'
),

-- A site that the list does not know is left over of its school.
personen as (
    select
        feit.schooljaar,
        feit.meetmoment,
        feit.instellingsnummer,
        case
            when scholen.heeft_vestigingen
                then coalesce(vestigingen.geo_code, concat(feit.instellingsnummer, '/onbekend'))
        end as geo_vestigingsplaats,
        hash(feit.{{ sleutel }}) as persoon,
        {%- for u in uitsplitsingen %}
        coalesce({{ u.sql }}, 'niet_ingedeeld') as u_{{ u.code }},
        {%- endfor %}
        {%- for m in metingen if m.filter %}
        ({{ m.filter }}) is true as m{{ metingen.index(m) }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ ref('int_' ~ target.name ~ '__feit_' ~ feit.feit) }} as feit
    inner join scholen
        on feit.schooljaar = scholen.schooljaar and feit.instellingsnummer = scholen.geo_code
    left join vestigingen
        on feit.schooljaar = vestigingen.schooljaar and feit.vestigingsplaats = vestigingen.geo_code
    where feit.in_stad
),

geteld as (
    select
        schooljaar,
        meetmoment,
        instellingsnummer,
        {%- if per_site %}
        if(grouping(geo_vestigingsplaats) = 0, 'vestigingsplaats', 'instelling') as geo_niveau,
        if(grouping(geo_vestigingsplaats) = 0, geo_vestigingsplaats, instellingsnummer) as geo_code,
        case when grouping(geo_vestigingsplaats) = 0 then instellingsnummer end as geo_ouder,
        {%- else %}
        'instelling' as geo_niveau,
        instellingsnummer as geo_code,
        null as geo_ouder,
        {%- endif %}
        {%- if uitsplitsingen %}
        case
            {%- for u in uitsplitsingen %}
            when grouping(u_{{ u.code }}) = 0 then '{{ u.code }}'
            {%- endfor %}
            else 'totaal'
        end as uitsplitsing,
        {%- else %}
        'totaal' as uitsplitsing,
        {%- endif %}
        coalesce({% for u in uitsplitsingen %}u_{{ u.code }}, {% endfor %}'totaal') as categorie,
        {%- if uitsplitsingen %}
        case
            {%- for u in uitsplitsingen | reverse %}
            when grouping(u_{{ u.code }}) = 0 then '{{ u.code }}'
            {%- endfor %}
            else 'totaal'
        end as laatste,
        {%- else %}
        'totaal' as laatste,
        {%- endif %}
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
            schooljaar, meetmoment, instellingsnummer
            {%- if vorm[1] == 'vestigingsplaats' %}, geo_vestigingsplaats{% endif %}
            {%- for u in [vorm[2], vorm[3]] if u != 'totaal' %}, u_{{ u }}{% endfor %}
        ){{ ',' if not loop.last }}
        {%- endfor %}
    )
),

per_cel as (
    select
        schooljaar,
        meetmoment,
        instellingsnummer,
        geo_niveau,
        geo_code,
        geo_ouder,
        uitsplitsing,
        categorie,
        if(laatste = uitsplitsing, 'totaal', laatste) as uitsplitsing_2,
        if(laatste = uitsplitsing, 'totaal', categorie_laatste) as categorie_2,
        {%- for m in metingen %}
        {%- set nr = loop.index0 %}
        {%- if m.filter %}
        n{{ nr }},
        v{{ nr }}{{ ',' if not loop.last }}
        {%- else %}
        n{{ m.rest[0] }} - n{{ m.rest[1] }} as n{{ nr }},
        xor(v{{ m.rest[0] }}, v{{ m.rest[1] }}) as v{{ nr }}{{ ',' if not loop.last }}
        {%- endif %}
        {%- endfor %}
    from geteld
    where geo_code is not null
),

per_meting as (
    unpivot per_cel
    on
        {%- for m in metingen %}
        (n{{ loop.index0 }}, v{{ loop.index0 }}) as '{{ loop.index0 }}'{{ ',' if not loop.last }}
        {%- endfor %}
    into name meting value aantal, vingerafdruk
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
    per_meting.schooljaar,
    per_meting.meetmoment,
    per_meting.instellingsnummer,
    per_meting.geo_niveau,
    per_meting.geo_code,
    per_meting.geo_ouder,
    per_meting.uitsplitsing,
    per_meting.categorie,
    per_meting.uitsplitsing_2,
    per_meting.categorie_2,
    per_meting.aantal::bigint as aantal,
    per_meting.vingerafdruk
from per_meting
inner join metingen on per_meting.meting = metingen.meting
where per_meting.aantal > 0
{% endmacro %}
