-- The figures that a school is shown of itself as a whole: what another school's comparison may be
-- made of, and nothing more. A share counts when all three of its counts are shown.
with

indicatorcellen as (select * from {{ ref('schoolindicatorcellen') }}),

cellen as (select * from {{ ref('schoolcellen') }}),

besluiten as (select * from {{ ref('schoolbesluiten') }}),

getoond as (
    select
        cellen.cel_id,
        cellen.aantal
    from cellen
    inner join besluiten on cellen.cel_id = besluiten.cel_id
    where besluiten.status is null
)

select
    indicatorcellen.indicator,
    indicatorcellen.schooljaar,
    indicatorcellen.meetmoment,
    indicatorcellen.instellingsnummer,
    noemers.aantal as noemer,
    tellers.aantal as teller
from indicatorcellen
inner join getoond as noemers on indicatorcellen.cel_noemer = noemers.cel_id
left join getoond as tellers on indicatorcellen.cel_teller = tellers.cel_id
left join getoond as complementen on indicatorcellen.cel_complement = complementen.cel_id
where
    indicatorcellen.geo_niveau = 'instelling'
    and indicatorcellen.uitsplitsing = 'totaal'
    and (
        indicatorcellen.cel_teller is null
        or (tellers.cel_id is not null and complementen.cel_id is not null)
    )
