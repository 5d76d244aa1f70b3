-- Blocks a release of schools' own figures that is not proven: the same verifier, with arithmetic
-- only. Each school is a system by itself; an equation or a world of two schools is a failure too.
{{ config(severity='error', group='eigen_school', enabled=target.name in ['antwerpen']) }}

select
    regel,
    waar
from (
    {{ onthullingsbewijs(
        variabelen=ref('schoolvariabelen'),
        vergelijkingen=ref('schoolvergelijkingen'),
        cel_variabelen=ref('schoolcel_variabelen'),
        getuigen=ref('schoolgetuigen'),
        bewijzen=ref('schoolbewijzen'),
        insiders=ref('schoolinsiders'),
        cellen=ref('schoolcellen'),
        besluiten=ref('schoolbesluiten'),
        drempel=register().drempels.minimum_getoond - 1,
        nul_primair=register().drempels.nul_onderdrukken
    ) }}
) as bewijs
union all
select
    'twee scholen in een vergelijking' as regel,
    vergelijkingen.vergelijking_id::varchar as waar
from {{ ref('schoolvergelijkingen') }} as vergelijkingen
inner join {{ ref('schoolcel_variabelen') }} as variabelen
    on vergelijkingen.variabele_id = variabelen.variabele_id
inner join {{ ref('schoolcellen') }} as cellen on variabelen.cel_id = cellen.cel_id
group by vergelijkingen.vergelijking_id
having count(distinct cellen.instellingsnummer) > 1
union all
select
    'twee scholen in een wereld' as regel,
    getuigen.getuige_id::varchar as waar
from {{ ref('schoolgetuigen') }} as getuigen
inner join {{ ref('schoolcel_variabelen') }} as variabelen
    on getuigen.variabele_id = variabelen.variabele_id
inner join {{ ref('schoolcellen') }} as cellen on variabelen.cel_id = cellen.cel_id
group by getuigen.getuige_id
having count(distinct cellen.instellingsnummer) > 1
