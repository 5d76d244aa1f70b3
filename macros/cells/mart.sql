{#- A mart of one product for one audience, out of the register: its indicators, at the levels that
    the product may show that audience. A figure is shown when all its counts are; a hidden count
    is NULL, whatever the reason. -#}
{% macro mart(product, publiek) %}
{%- set uitgaven = (register().producten | selectattr('code', 'eq', product) | first).uitgaven -%}
{%- set niveaus = (uitgaven | selectattr('publiek', 'eq', publiek) | first).niveaus -%}
{%- set indicatoren = [] -%}
{%- for i in register().indicatoren if product in i.producten -%}
{%- do indicatoren.append([i.code, i.eenheid]) -%}
{%- endfor -%}
{{ martcijfers(
    product, indicatoren, niveaus,
    {'indicatorcellen': ref('indicatorcellen'), 'cellen': ref('cellen'),
     'besluiten': ref('besluiten'), 'geografie': ref('dim_geografie')}
) }}
{% endmacro %}

{#- The figures of a mart, in the columns that all marts share; `bron` holds the relations that they
    are made of, of areas or of own schools. -#}
{% macro martcijfers(product, indicatoren, niveaus, bron) %}
with

indicatorcellen as (select * from {{ bron.indicatorcellen }}),

cellen as (select * from {{ bron.cellen }}),

besluiten as (select * from {{ bron.besluiten }}),

geografie as (select * from {{ bron.geografie }}),

uitgave as (select * from {{ ref('release') }}),

indicatoren as (
    select * from {{ waarden(['indicator', 'eenheid'], indicatoren) }}
),

getoond as (
    select
        cellen.cel_id,
        cellen.aantal
    from cellen
    inner join besluiten on cellen.cel_id = besluiten.cel_id
    where besluiten.status is null and not cellen.structureel_nul
),

-- An extreme share of a sensitive trait is told as a band beside its denominator.
banden as (
    select
        cel_id,
        band
    from besluiten
    where band is not null
),

aantallen as (
    select
        indicatorcellen.* exclude (cel_noemer, cel_teller, cel_complement),
        indicatoren.eenheid,
        noemers.aantal as noemer,
        if(noemers.cel_id is null, null, banden.band) as band,
        -- With the denominator, one part shows the other.
        if(
            complementen.cel_id is null and noemers.cel_id is not null, null, tellers.aantal
        ) as teller
    from indicatorcellen
    inner join indicatoren on indicatorcellen.indicator = indicatoren.indicator
    left join getoond as noemers on indicatorcellen.cel_noemer = noemers.cel_id
    left join getoond as tellers on indicatorcellen.cel_teller = tellers.cel_id
    left join getoond as complementen on indicatorcellen.cel_complement = complementen.cel_id
    left join banden on indicatorcellen.cel_teller = banden.cel_id
    where indicatorcellen.geo_niveau in ('{{ niveaus | join("', '") }}')
),

cijfers as (
    select
        *,
        case
            when eenheid = 'aantal' then noemer
            else round(100.0 * teller / noemer, 1)
        end as waarde
    from aantallen
)

select
    cijfers.schooljaar,
    right(cijfers.schooljaar, 4)::integer as schooljaar_eind,
    cijfers.meetmoment,
    '{{ product }}' as product,
    cijfers.indicator,
    cijfers.geo_niveau,
    cijfers.geo_code,
    geografie.geo_naam,
    cijfers.uitsplitsing,
    cijfers.categorie,
    cijfers.uitsplitsing_2,
    cijfers.categorie_2,
    cijfers.teller::integer as teller,
    cijfers.noemer::integer as noemer,
    cijfers.waarde::double as waarde,
    cijfers.eenheid,
    case
        when cijfers.waarde is not null then null
        when cijfers.structureel_nul then 'niet_van_toepassing'
        else coalesce(cijfers.band, 'onderdrukt')
    end as status,
    uitgave.bron,
    uitgave.release_id
from cijfers
inner join geografie
    on cijfers.geo_niveau = geografie.geo_niveau and cijfers.geo_code = geografie.geo_code
cross join uitgave
order by all
{% endmacro %}
