-- Antwerp's places are those where a school stands on 1 February of the school year: a place
-- without any has no figures at all. In Ghent people live in every wijk.
{%- set bron = {'antwerpen': 'vestigingsplaatsen', 'gent': 'plaatsen'}[target.name] %}
with

gebieden as (select * from {{ ref('int_' ~ target.name ~ '__' ~ bron) }}),

plaatsen as (
    select distinct
        schooljaar,
        'populatie' as geo_niveau,
        'populatie' as geo_code,
        'Hele populatie van het protocol' as geo_naam,
        null as geo_ouder
    from gebieden
    union all
    select distinct
        schooljaar,
        'stad' as geo_niveau,
        '{{ target.name }}' as geo_code,
        '{{ target.name | capitalize }}' as geo_naam,
        'populatie' as geo_ouder
    from gebieden
    union all
    {{ cel_plaatsen('gebieden') }}
)

select
    schooljaar,
    geo_niveau,
    geo_code,
    geo_naam,
    geo_ouder
from plaatsen
