-- The delay classes are those of the same school year on 1 February; onbepaald without that moment.
with

meetmomenten as (select * from {{ ref('int_antwerpen__meetmomenten') }}),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }})

select
    meetmomenten.persoon_id,
    meetmomenten.schooljaar,
    meetmomenten.meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    {{ kenmerkkolommen('meetmomenten') }},
    coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse,
    coalesce(vorderingen.zitklasse, 'onbepaald') as zitklasse,
    {{ groepkolommen('meetmomenten') }}
from meetmomenten
left join vorderingen
    on
        meetmomenten.persoon_id = vorderingen.persoon_id
        and meetmomenten.startjaar = vorderingen.startjaar
