-- A running school year has no outcome: its 30 June has not been told (A-44).
with

meetmomenten as (
    select * from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '30/06'
),

jaren as (
    select * from {{ ref('int_antwerpen__schooljaren') }}
    where not loopend
),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }}),

studiebewijzen as (
    select * from {{ ref('studiebewijzen') }}
    where kwalificerend
)

select
    meetmomenten.persoon_id,
    meetmomenten.schooljaar,
    meetmomenten.meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    {{ kenmerkkolommen('meetmomenten') }},
    coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse,
    coalesce(vorderingen.zitklasse, 'onbepaald') as zitklasse,
    {{ groepkolommen('meetmomenten') }},
    meetmomenten.cluster_orienteringsattest,
    meetmomenten.studiebewijs,
    studiebewijzen.studiebewijs is not null as kwalificerend
from meetmomenten
inner join jaren on meetmomenten.schooljaar = jaren.schooljaar
left join vorderingen
    on
        meetmomenten.persoon_id = vorderingen.persoon_id
        and meetmomenten.startjaar = vorderingen.startjaar
left join studiebewijzen
    on
        meetmomenten.studiebewijs = studiebewijzen.studiebewijs
        and {{ geldt_op('studiebewijzen', 'jaren.peildatum') }}
