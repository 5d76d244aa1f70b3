-- What a career has gathered up to and including a school year: both delays, by age and by
-- repetition (schoolse-vordering.md).
with

jaarovergangen as (select * from {{ ref('int_antwerpen__jaarovergangen') }}),

opgeteld as (
    select
        *,
        cast(sum(cast(zittenblijver as integer)) over tot_nu as integer) as jaren_herhaald,
        last_value(jaren_vertraging ignore nulls) over voordien as jaren_vertraging_eerder
    from jaarovergangen
    window
        tot_nu as (partition by persoon_id order by startjaar rows unbounded preceding),
        voordien as (
            partition by persoon_id order by startjaar
            rows between unbounded preceding and 1 preceding
        )
)

select
    persoon_id,
    schooljaar,
    startjaar,
    leeftijd,
    hoofdstructuur_code,
    hoofdstructuur_vorig,
    leerjaar_loopbaan,
    jaren_vertraging,
    zittenblijver,
    waterval_ladder,
    trede,
    trede_vorig,
    jaren_herhaald,
    jaren_vertraging_eerder,
    jaren_vertraging > jaren_vertraging_eerder as bijkomende_vertraging,
    {{ vertragingsklasse('jaren_vertraging') }} as vertragingsklasse,
    {{ zitklasse('jaren_herhaald') }} as zitklasse
from opgeteld
