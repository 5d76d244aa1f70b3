with

meetmomenten as (
    select * from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '01/02'
),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }}),

personen as (select * from {{ ref('int_antwerpen__personen') }})

select
    meetmomenten.persoon_id,
    meetmomenten.schooljaar,
    meetmomenten.meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    {{ kenmerkkolommen('meetmomenten') }},
    vorderingen.vertragingsklasse,
    vorderingen.zitklasse,
    {{ groepkolommen('meetmomenten') }},
    vorderingen.leeftijd,
    coalesce(personen.hoofdstructuur_code in ('111', '121'), false) as eerste_in_kleuter,
    vorderingen.leerjaar_loopbaan,
    vorderingen.jaren_vertraging,
    vorderingen.jaren_vertraging_eerder,
    vorderingen.bijkomende_vertraging,
    vorderingen.zittenblijver,
    vorderingen.jaren_herhaald,
    vorderingen.waterval_ladder,
    vorderingen.trede,
    vorderingen.trede_vorig,
    vorderingen.trede < vorderingen.trede_vorig as waterval
from meetmomenten
inner join vorderingen
    on
        meetmomenten.persoon_id = vorderingen.persoon_id
        and meetmomenten.startjaar = vorderingen.startjaar
inner join personen on meetmomenten.persoon_id = personen.persoon_id
