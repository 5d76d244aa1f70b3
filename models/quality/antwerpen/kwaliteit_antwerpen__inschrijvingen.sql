-- What became of every enrolment of 11b: the first reason that applies.
with

inschrijvingen as (select * from {{ ref('int_antwerpen__inschrijvingen') }}),

gebruikt as (
    select distinct inschrijving_id from {{ ref('int_antwerpen__meetmomenten') }}
),

per_rij as (
    select
        inschrijvingen.schooljaar,
        case
            when gebruikt.inschrijving_id is not null then 'gebruikt'
            when not inschrijvingen.in_11a then 'niet_in_11a'
            when
                inschrijvingen.toestand_0110
                or inschrijvingen.toestand_0102
                or inschrijvingen.toestand_3006
                then 'parallel'
            else 'zonder_toestand'
        end as gebruik
    from inschrijvingen
    left join gebruikt on inschrijvingen.inschrijving_id = gebruikt.inschrijving_id
)

select
    schooljaar,
    gebruik,
    count(*) as aantal
from per_rij
group by schooljaar, gebruik
