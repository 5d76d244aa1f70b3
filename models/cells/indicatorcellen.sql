-- What is published of each cell: the only tie between a figure and its counts. A count has a
-- denominator cell only; a share has three cells, and needs all of them to be shown.
with

cellen as (select * from {{ ref('cellen') }}),

vormen as (
    select * from {{ waarden(
        ['vorm', 'niveau', 'uitsplitsing', 'uitsplitsing_2'], celplan().tabellen
    ) }}
),

indicatoren as (
    select * from {{ waarden(
        ['indicator', 'basis', 'kenmerk', 'vormen', 'meetmomenten'],
        cel_rijen('indicatoren')
    ) }}
),

tabellen as (
    select
        indicatoren.indicator,
        indicatoren.basis,
        indicatoren.kenmerk,
        indicatoren.meetmomenten,
        vormen.niveau,
        vormen.uitsplitsing,
        vormen.uitsplitsing_2
    from indicatoren
    inner join vormen on list_contains(indicatoren.vormen, vormen.vorm)
),

noemers as (
    select
        tabellen.indicator,
        tabellen.kenmerk as teller_kenmerk,
        cellen.*
    from tabellen
    inner join cellen
        on
            tabellen.basis = cellen.basis
            and cellen.kenmerk = 'T'
            and cellen.zichtbaar
            and tabellen.niveau = cellen.geo_niveau
            and tabellen.uitsplitsing = cellen.uitsplitsing
            and tabellen.uitsplitsing_2 = cellen.uitsplitsing_2
            and (
                len(tabellen.meetmomenten) = 0
                or list_contains(tabellen.meetmomenten, cellen.meetmoment)
            )
)

select
    indicator,
    schooljaar,
    meetmoment,
    geo_niveau,
    geo_code,
    uitsplitsing,
    categorie,
    uitsplitsing_2,
    categorie_2,
    cel_id as cel_noemer,
    {{ cel_id('teller_kenmerk') }} as cel_teller,
    {{ cel_id("'!' || teller_kenmerk") }} as cel_complement,
    structureel_nul
from noemers
