-- Every pair twice: as a departure with the place and characteristics of the first moment, and as
-- an arrival with those of the second. Delay is always that of the school year of departure.
with

overstappen as (select * from {{ ref('int_antwerpen__overstappen') }}),

meetmomenten as (select * from {{ ref('int_antwerpen__meetmomenten') }}),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }}),

richtingen as (
    select
        *,
        'vertrek' as richting,
        moment_van as moment_rij
    from overstappen
    union all
    select
        *,
        'aankomst' as richting,
        moment as moment_rij
    from overstappen
)

select
    richtingen.persoon_id,
    richtingen.schooljaar,
    richtingen.meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    richtingen.richting,
    richtingen.moment_soort,
    {{ kenmerkkolommen('meetmomenten') }},
    coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse,
    coalesce(vorderingen.zitklasse, 'onbepaald') as zitklasse,
    richtingen.van_in_stad,
    richtingen.naar_in_stad,
    richtingen.beide_in_stad,
    richtingen.structureel,
    richtingen.hernummering,
    richtingen.schoolwissel,
    richtingen.vestigingswissel,
    richtingen.uitstroom,
    richtingen.instroom,
    richtingen.groepswissel,
    richtingen.studiewissel,
    richtingen.onderwijsvormwissel
from richtingen
inner join meetmomenten
    on
        richtingen.persoon_id = meetmomenten.persoon_id
        and richtingen.moment_rij = meetmomenten.moment
left join vorderingen
    on
        richtingen.persoon_id = vorderingen.persoon_id
        and richtingen.startjaar_van = vorderingen.startjaar
