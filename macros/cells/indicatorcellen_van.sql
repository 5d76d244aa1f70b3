{#- The figures of a plan and the cells of their numerator, denominator and complement: a count has a
    denominator cell only; a share has three cells, and needs all of them to be shown. `extra`: more
    columns of the cells to keep. -#}
{% macro indicatorcellen_van(cellen, plan, extra=[]) %}
with

cellen as (select * from {{ cellen }}),

vormen as (
    select * from {{ waarden(
        ['vorm', 'niveau', 'uitsplitsing', 'uitsplitsing_2'], plan.tabellen
    ) }}
),

indicatoren as (
    select * from {{ waarden(
        ['indicator', 'basis', 'kenmerk', 'vormen', 'meetmomenten'],
        cel_rijen('indicatoren', plan)
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
    {%- for kolom in extra %}
    {{ kolom }},
    {%- endfor %}
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
{% endmacro %}
