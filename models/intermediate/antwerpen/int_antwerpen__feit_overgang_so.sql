-- The first school year that follows on a year in basis, both on 1 February.
with

vorderingen as not materialized (select * from {{ ref('int_antwerpen__vorderingen') }}),

meetmomenten as (
    select * from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '01/02'
),

eerste as (
    select
        persoon_id,
        min(startjaar) as startjaar
    from vorderingen
    where hoofdstructuur_code[1] = '3' and hoofdstructuur_vorig[1] in ('1', '2')
    group by persoon_id
)

select
    meetmomenten.persoon_id,
    meetmomenten.schooljaar,
    meetmomenten.meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    {{ kenmerkkolommen('meetmomenten') }},
    vorderingen.vertragingsklasse,
    vorderingen.zitklasse,
    meetmomenten.hoofdstructuur_code,
    case
        when meetmomenten.is_okan then 'okan'
        when {{ stroom_graad_1('meetmomenten.') }} = 'A' then 'a_stroom'
        when {{ stroom_graad_1('meetmomenten.') }} = 'B' then 'b_stroom'
        when meetmomenten.hoofdstructuur_code = '321' then 'buitengewoon'
        else 'andere'
    end as bestemming
from eerste
inner join meetmomenten
    on eerste.persoon_id = meetmomenten.persoon_id and eerste.startjaar = meetmomenten.startjaar
inner join vorderingen
    on eerste.persoon_id = vorderingen.persoon_id and eerste.startjaar = vorderingen.startjaar
